// I13: who is out stays out, and nobody comes in by the side door.
//
//   candidate-was-cancelled        a notice lists somebody who was cancelled, removed, or put off
//                                  without being severed, in an earlier step; or whom the table of
//                                  candidates calls cancelled, while the notice still runs
//   candidate-not-in-earlier-step  somebody was in no notice of an earlier publicity step that has
//                                  notices here, and does not skip it
#ifndef GENERATOR_CHECK_TRAIL_H_
#define GENERATOR_CHECK_TRAIL_H_

#include <span>

#include "generator/check/course.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// Who was put off and then confirmed by a later notice of the same or another earlier step is in
// again; who was cancelled is not.
void check_trail(std::span<const Course> courses, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_TRAIL_H_
