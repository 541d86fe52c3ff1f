// Dates and instants, and their spellings. The only place that knows the civil clock of China.
//
// Nothing here reads a clock: the present is always a parameter (ARCHITECTURE "Time").
#ifndef GENERATOR_NOTICE_CIVIL_TIME_H_
#define GENERATOR_NOTICE_CIVIL_TIME_H_

#include <chrono>
#include <compare>
#include <string>
#include <string_view>

#include "generator/notice/error.h"

namespace gongshi {

// A day on the wall calendar of China. Not a point in time: it becomes one through start_of_day().
using Date = std::chrono::local_days;

// A point in time, in UTC, to the second. Instants are compared and subtracted, never added.
struct Instant {
  std::chrono::sys_seconds utc;
  auto operator<=>(const Instant&) const = default;
};

// Mainland China has had one civil offset and no summer time since 1992, so this is a constant
// and not a time-zone database.
inline constexpr std::chrono::hours kChinaOffset{8};

// 00:00 in China on `date`. The end of a closing date is start_of_day(date + days{1}).
Instant start_of_day(Date date);

// The date in China at `instant`.
Date date_of(Instant instant);

// "2017-06-21", exactly ten characters, a date that exists, years 1900 to 2199. Anything else is
// Invalid with a sentence that quotes the text.
Result<Date> parse_date(std::string_view text);
std::string to_text(Date date);

// RFC 3339 with seconds and an offset: "2017-06-21T09:00:00+08:00" or "…Z". No fraction, no leap
// second, no local time without offset: each is Invalid.
Result<Instant> parse_instant(std::string_view text);
// Always with China's offset: "2017-06-21T09:00:00+08:00".
std::string to_text(Instant instant);

// For people (DOMAIN R4: absolute dates, never "X日前").
std::string chinese_date(Date date);           // 2017年6月7日 (no zero padding, GB/T 9704)
std::string chinese_weekday(Date date);        // 星期三
std::string chinese_instant(Instant instant);  // 2017年6月21日 09:00
std::string chinese_last_moment(Date closes);  // 2017年6月27日24时（含当日）

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_CIVIL_TIME_H_
