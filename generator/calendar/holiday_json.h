// The JSON form in which Chinese holidays are commonly passed round, turned into our own, so that
// next year's arrangement is one command:
//
//     { "year": 2026, "papers": ["https://…"],
//       "days": [ { "name": "元旦", "date": "2026-01-01", "isOffDay": true }, … ] }
//
// A day with isOffDay false is a make-up day of the holiday of that name. Other keys are left
// unread. The form does not say who ordered what when, so the notice's number and date come from
// the command line, or are left for a person to fill in.
#ifndef GENERATOR_CALENDAR_HOLIDAY_JSON_H_
#define GENERATOR_CALENDAR_HOLIDAY_JSON_H_

#include <optional>
#include <string>

#include "generator/notice/civil_time.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/source_file.h"

namespace gongshi {

inline constexpr std::size_t kHolidayJsonDaysMax = 366;  // a year has no more

struct NoticeFacts {
  std::optional<std::string> notice;  // without it, the title that these notices always have
  std::optional<Date> issued;         // without it, a comment asks for it
};

// One [year.…] of a calendar file (calendar_file.h), ending in LF. Nothing, and every problem, when
// the text is not of that form or contradicts itself: what comes back always reads without errors.
std::optional<std::string> calendar_year_from_json(const SourceFile& json, const NoticeFacts& facts,
                                                   Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CALENDAR_HOLIDAY_JSON_H_
