// The days in which the office counts its own deadlines, for the manifest: nobody behind it
// computes a calendar.
#ifndef GENERATOR_CHECK_HANDLING_DAYS_H_
#define GENERATOR_CHECK_HANDLING_DAYS_H_

#include <vector>

#include "generator/calendar/calendar_set.h"
#include "generator/load/content.h"
#include "generator/notice/calendar_days.h"
#include "generator/notice/window.h"

namespace gongshi {

// Each calendar that the window of a notice was counted with, while objections to the notice can be
// open: not after its closing. The days that it knows without a gap around the newest of those
// notices, from the first on which an objection to one of them can be received to the end of what
// is published. Sorted by id. Asks no clock: the same content gives the same days.
std::vector<CalendarDays> handling_days(const Content& content, const Windows& windows,
                                        const CalendarSet& calendars);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_HANDLING_DAYS_H_
