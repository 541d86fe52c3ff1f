// A counted window told to people, to programs and to calendars. DESIGN 8 fixes the JSON.
#ifndef GENERATOR_CALENDAR_WINDOW_REPORT_H_
#define GENERATOR_CALENDAR_WINDOW_REPORT_H_

#include <string>

#include "generator/calendar/calendar.h"
#include "generator/calendar/counting.h"
#include "generator/notice/window.h"

namespace gongshi {

// In Chinese: the window in one line, how it was counted in the next, then every day with its
// number or a dash, and why. Lines end in LF.
std::string window_as_text(const CountedWindow& window, const Calendar& calendar,
                           const CountingRule& rule);

// {"opens","closes","closes_at","calendar","counted":[DATE…],"skipped":[{"date","reason"}]}.
std::string window_as_json(const CountedWindow& window);

// One event from 00:00 on the opening day to closes_at. Its uid is made of what was asked.
std::string window_as_icalendar(const CountedWindow& window, const Calendar& calendar,
                                const CountingRule& rule);

}  // namespace gongshi

#endif  // GENERATOR_CALENDAR_WINDOW_REPORT_H_
