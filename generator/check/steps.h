// R1: steps happen in their order. A step is done when it was completed, when another office holds
// it, or when a notice of it is closed and none is still open.
//
//   step-not-publicity    the step of a notice is a review or a decision
//   step-held-elsewhere   the step of a notice is held by another office
//   step-not-closed       an earlier publicity step is not done
#ifndef GENERATOR_CHECK_STEPS_H_
#define GENERATOR_CHECK_STEPS_H_

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

void check_steps(const Content& content, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_STEPS_H_
