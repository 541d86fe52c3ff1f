// An announced closing date that is not the computed one: by how much, whose mistake it looks
// like, and how bad it is (DOMAIN 3.8). Of real notices one in three gets the date wrong.
#ifndef GENERATOR_CALENDAR_CLOSING_DIFFERENCE_H_
#define GENERATOR_CALENDAR_CLOSING_DIFFERENCE_H_

#include <optional>
#include <string>
#include <vector>

#include "generator/calendar/calendar.h"
#include "generator/calendar/counting.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/window.h"

namespace gongshi {

// What somebody did who came to another date.
enum class Mistake {
  MakeUpDaysIgnored,  // took 调休上班 for rest
  HolidaysIgnored,    // counted the weekdays of a holiday
  MondayToFriday,     // both: looked at no arrangement at all
  RegionIgnored,      // counted by the nation's calendar where the region's differs
  OtherDayOne,        // began on the next day where the rule says the same day, or the reverse
  NaturalDays,        // counted every day where the rule says working days
  WorkingDays,        // the reverse
  LastDayRolled,      // moved the end off a day of rest where the rule does not, or the reverse
  WrongYear,          // the right day and month
};

// One or two mistakes that together give the announced date.
using Explanation = std::vector<Mistake>;

struct ClosingDifference {
  Date opens;
  Date announced;
  Date computed;
  CountingRule rule;
  // Days that count from the opening to the announced end; nothing when the calendar does not
  // reach that far.
  std::optional<int> counted;
  // The likelier first; empty when no habit that we know leads there.
  std::vector<Explanation> explanations;
};

// Nothing when `announced` is right. The errors are closing_date()'s.
Result<std::optional<ClosingDifference>> explain_difference(const Calendar& calendar, Date opens,
                                                            const CountingRule& rule,
                                                            Date announced);

struct ClosingFinding {
  Level level = Level::Error;
  std::string sentence;  // names both dates, the difference, the likely mistake and the way out
};

// Too few days are an error, and so is a wrong year. More days than stated are a warning; more
// than a minimum are no finding.
std::optional<ClosingFinding> judge(const ClosingDifference& difference, Length length);

}  // namespace gongshi

#endif  // GENERATOR_CALENDAR_CLOSING_DIFFERENCE_H_
