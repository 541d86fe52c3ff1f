// R2: the schedule of a campaign leaves time for its publicity.
//
//   deadline-before-issue   something is due before the campaign is announced
//   schedule-infeasible     until a deadline there are hardly more working days than the publicity
//                           steps up to its step take, one after another
//
// Working days are those of the site's calendar. The first window opens on the day of announcement
// at the earliest, each next one on the day after the one before it; reviews in between are not
// counted. That is the least it can take, so two working days must be left: one in which somebody
// is chosen before the first window, and one in which the last is closed and its papers are sent
// (2017: six working days for a window of five). Steps held elsewhere count when they state their
// days. A year that the calendar does not know is the windows' to report.
#ifndef GENERATOR_CHECK_SCHEDULE_H_
#define GENERATOR_CHECK_SCHEDULE_H_

#include "generator/calendar/calendar_set.h"
#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

void check_schedule(const Content& content, const CalendarSet& calendars, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_SCHEDULE_H_
