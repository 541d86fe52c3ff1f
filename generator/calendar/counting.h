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
  LastDay last_day = LastDay::Stands;
};

// The window of `rule.days` days that opens on `opens`. Day 1 is `opens` itself when it counts,
// else the next day that does; with NextDay the search begins on the day after. A calendar day
// always counts; days that rolling forward adds do not, but they are in the window.
// Invalid when rule.days is not within 1 and kWindowDaysMax; NotFound when counting meets a year
// that the calendar does not know. Calendar days need the calendar only for rolling forward and
// for the reasons, so an unknown year is an error there too: nobody can explain such a window.
Result<CountedWindow> count_window(const Calendar& calendar, Date opens, const CountingRule& rule);

// Only its last day, without the words; the same errors.
Result<Date> closing_date(const Calendar& calendar, Date opens, const CountingRule& rule);

// How many days from `first` to `last`, both included, are working days.
Result<int> count_workdays(const Calendar& calendar, Date first, Date last);

}  // namespace gongshi

#endif  // GENERATOR_CALENDAR_COUNTING_H_
