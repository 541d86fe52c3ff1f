// Days of a real calendar, as the manifest would carry them.
#ifndef TESTS_DESK_SAMPLE_WORKING_DAYS_H_
#define TESTS_DESK_SAMPLE_WORKING_DAYS_H_

#include <chrono>
#include <string_view>

#include "generator/calendar/calendar.h"
#include "generator/notice/calendar_days.h"
#include "tests/calendar/sample_calendars.h"

namespace gongshi {

// Both days are included. Requires that the calendar knows all of them.
inline CalendarDays days_of(const Calendar& calendar, std::string_view from,
                            std::string_view through) {
  CalendarDays days{
      .id = calendar.id(), .from = day(from), .through = day(through), .working_days = {}};
  for (Date date = days.from; date <= days.through; date += std::chrono::days(1)) {
    if (is_workday(calendar.kind(date).value())) days.working_days.push_back(date);
  }
  return days;
}

}  // namespace gongshi

#endif  // TESTS_DESK_SAMPLE_WORKING_DAYS_H_
