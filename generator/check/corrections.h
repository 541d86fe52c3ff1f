// R23: what was changed in a published notice gets the time that a new notice would (DOMAIN 2.5).
//
//   correction-before-publication  a correction is earlier than the notice
//   correction-window              after a substantive change or an addition, the notice does not
//                                  run for a full window
//   correction-candidates-missing  an addition or a removal does not say whom, or somebody it names
//                                  is not in the notice's list
//   removal-substituted            somebody was added for who was removed, though the campaign
//                                  takes no substitutes
#ifndef GENERATOR_CHECK_CORRECTIONS_H_
#define GENERATOR_CHECK_CORRECTIONS_H_

#include <span>

#include "generator/calendar/calendar_set.h"
#include "generator/check/course.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/window.h"

namespace gongshi {

// A full window is the length of the step, counted from the day of the correction by the notice's
// calendar. Somebody counts as a substitute when added, in any notice of the campaign, after the
// removal of somebody with the same recommending unit and award.
void check_corrections(std::span<const Course> courses, const CalendarSet& calendars,
                       const Windows& windows, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_CORRECTIONS_H_
