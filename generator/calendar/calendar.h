// Whether a day is a working day, and why. A calendar never guesses: a year that no arrangement
// covers is unknown, and asking about it is an error that says what to wait for (DOMAIN R3).
#ifndef GENERATOR_CALENDAR_CALENDAR_H_
#define GENERATOR_CALENDAR_CALENDAR_H_

#include <string>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "generator/notice/identifier.h"

namespace gongshi {

struct DayVerdict {
  bool workday = false;
  std::string reason;  // 星期三, 调休上班, 星期六, 国庆节, 三月三
};

// One calendar with everything it extends already folded in. Immutable, so any thread may ask.
class Calendar {
 public:
  const CalendarId& id() const;
  const std::string& title() const;

  // NotFound for a day of a year that is not arranged: the sentence names the year, the calendar,
  // the notice to wait for and what to do meanwhile.
  Result<DayVerdict> verdict(Date date) const;
};

}  // namespace gongshi

#endif  // GENERATOR_CALENDAR_CALENDAR_H_
