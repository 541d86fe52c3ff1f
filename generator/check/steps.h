// R1: steps happen in their order. A notice opens its step, so every step in front of it must be
// over, except those that another office holds and those that everybody in the notice skips. A
// publicity step is over when a notice of it is closed and none is open, or, having no notice here,
// when it was completed; any other step when it was completed.
//
//   step-not-publicity    the step of a notice is a review or a decision
//   step-held-elsewhere   the step of a notice is held by another office
//   step-not-closed       an earlier step is not over
//   step-completed-later  an earlier step was over only after the notice was published
//   step-order            a step was completed before an earlier one, or while a notice of an
//                         earlier one still ran
#ifndef GENERATOR_CHECK_STEPS_H_
#define GENERATOR_CHECK_STEPS_H_

#include <span>

#include "generator/check/course.h"
#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/window.h"

namespace gongshi {

// `courses` are those of the content. Where a campaign severs, a notice waits only for the notices
// that share a candidate with it, and a step goes on when the first of them has run.
void check_steps(const Content& content, std::span<const Course> courses, const Windows& windows,
                 Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_STEPS_H_
