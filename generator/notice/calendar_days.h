// The days of one calendar, as the manifest carries them to those who compute no calendar.
#ifndef GENERATOR_NOTICE_CALENDAR_DAYS_H_
#define GENERATOR_NOTICE_CALENDAR_DAYS_H_

#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/identifier.h"

namespace gongshi {

// Every day from `from` to `through`, both included, is known: a working day when it is listed,
// else a day off. Of a day outside nothing is known. `working_days` ascend, each once.
struct CalendarDays {
  CalendarId id;
  Date from;
  Date through;  // not before `from`
  std::vector<Date> working_days;

  bool operator==(const CalendarDays&) const = default;
};

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_CALENDAR_DAYS_H_
