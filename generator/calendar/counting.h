// Counting a window's length, day by day (DOMAIN R2, 3.8).
#ifndef GENERATOR_CALENDAR_COUNTING_H_
#define GENERATOR_CALENDAR_COUNTING_H_

#include "generator/calendar/calendar.h"
#include "generator/notice/window.h"

namespace gongshi {

struct CountingRule {
  int days = 5;
  DayUnit unit = DayUnit::Workday;
  CountFrom count_from = CountFrom::SameDay;
};

// The window of `rule.days` days that opens on `opens`. Day 1 is `opens` itself when it counts,
// else the next day that does; with NextDay the search begins on the day after.
// Invalid when rule.days is not within 1 and kWindowDaysMax; NotFound when counting meets a year
// that the calendar does not know.
Result<CountedWindow> count_window(const Calendar& calendar, Date opens, const CountingRule& rule);

}  // namespace gongshi

#endif  // GENERATOR_CALENDAR_COUNTING_H_
