#include "generator/notice/civil_time.h"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <charconv>
#include <optional>

namespace gongshi {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::hh_mm_ss;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::local_seconds;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::seconds;
using std::chrono::sys_seconds;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr int kYearMin = 1900;  // before and after, a date in a notice is a slip of the keyboard
constexpr int kYearMax = 2199;

// A field of fixed width: digits only, no sign, no blank.
std::optional<int> digits(std::string_view text, std::size_t from, std::size_t width) {
  int value = 0;
  for (std::size_t i = from; i < from + width; ++i) {
    if (i >= text.size() || text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

// A general formatter takes thirty times as long, and a filing writes three instants.
void append_two_digits(std::string& text, int value) {
  assert(0 <= value && value < 100);
  text += static_cast<char>('0' + value / 10);
  text += static_cast<char>('0' + value % 10);
}

std::optional<Date> date_at_front(std::string_view text) {
  const auto y = digits(text, 0, 4);
  const auto m = digits(text, 5, 2);
  const auto d = digits(text, 8, 2);
  if (!y || !m || !d || text[4] != '-' || text[7] != '-') return std::nullopt;
  const year_month_day ymd{year{*y}, month{static_cast<unsigned>(*m)},
                           day{static_cast<unsigned>(*d)}};
  if (!ymd.ok() || *y < kYearMin || kYearMax < *y) return std::nullopt;
  return local_days{ymd};
}

std::optional<seconds> time_of_day(std::string_view text) {
  const auto h = digits(text, 0, 2);
  const auto m = digits(text, 3, 2);
  const auto s = digits(text, 6, 2);
  if (!h || !m || !s || text[2] != ':' || text[5] != ':') return std::nullopt;
  if (*h > 23 || *m > 59 || *s > 59) return std::nullopt;
  return hours{*h} + minutes{*m} + seconds{*s};
}

std::optional<minutes> offset(std::string_view text) {
  if (text == "Z") return minutes{0};
  const auto h = digits(text, 1, 2);
  const auto m = digits(text, 4, 2);
  if (text.size() != 6 || !h || !m || text[3] != ':' || *h > 23 || *m > 59) return std::nullopt;
  const minutes size = hours{*h} + minutes{*m};
  if (text[0] == '+') return size;
  if (text[0] == '-') return -size;
  return std::nullopt;
}

local_seconds local(Instant instant) {
  return local_seconds{instant.utc.time_since_epoch()} + kChinaOffset;
}

}  // namespace

Instant start_of_day(Date date) {
  return Instant{sys_seconds{date.time_since_epoch()} - kChinaOffset};
}

Date date_of(Instant instant) { return floor<days>(local(instant)); }

Result<Date> parse_date(std::string_view text) {
  const auto date = text.size() == 10 ? date_at_front(text) : std::nullopt;
  if (date) return *date;
  return failure(ErrorKind::Invalid,
                 fmt::format("“{}”不是日期：请写成 2017-06-21 这样的形式", text));
}

std::string to_text(Date date) {
  const year_month_day ymd{date};
  const int calendar_year{ymd.year()};
  std::string text;
  text.reserve(std::string_view("2017-06-21T09:00:00+08:00").size());
  append_two_digits(text, calendar_year / 100);
  append_two_digits(text, calendar_year % 100);
  text += '-';
  append_two_digits(text, static_cast<int>(unsigned{ymd.month()}));
  text += '-';
  append_two_digits(text, static_cast<int>(unsigned{ymd.day()}));
  return text;
}

Result<Instant> parse_instant(std::string_view text) {
  const auto bad = failure(
      ErrorKind::Invalid,
      fmt::format("“{}”不是带时区的时刻：请写成 2017-06-21T09:00:00+08:00 这样的形式", text));
  if (text.size() < 20 || text[10] != 'T') return bad;
  const auto date = date_at_front(text);
  const auto time = time_of_day(text.substr(11, 8));
  const auto east = offset(text.substr(19));
  if (!date || !time || !east) return bad;
  return Instant{sys_seconds{date->time_since_epoch()} + *time - *east};
}

std::string to_text(Instant instant) {
  const local_seconds at = local(instant);
  const Date date = floor<days>(at);
  const hh_mm_ss time{at - date};
  std::string text = to_text(date);
  text += 'T';
  append_two_digits(text, static_cast<int>(time.hours().count()));
  text += ':';
  append_two_digits(text, static_cast<int>(time.minutes().count()));
  text += ':';
  append_two_digits(text, static_cast<int>(time.seconds().count()));
  return text += "+08:00";
}

std::string chinese_date(Date date) {
  const year_month_day ymd{date};
  return fmt::format("{}年{}月{}日", int{ymd.year()}, unsigned{ymd.month()}, unsigned{ymd.day()});
}

std::string chinese_weekday(Date date) {
  constexpr std::array kNames = {"星期日", "星期一", "星期二", "星期三",
                                 "星期四", "星期五", "星期六"};
  return kNames.at(weekday{date}.c_encoding());
}

std::string chinese_instant(Instant instant) {
  const local_seconds at = local(instant);
  const Date date = floor<days>(at);
  const hh_mm_ss time{at - date};
  return fmt::format("{} {:02}:{:02}", chinese_date(date), time.hours().count(),
                     time.minutes().count());
}

std::string chinese_last_moment(Date closes) {
  return fmt::format("{}24时（含当日）", chinese_date(closes));
}

}  // namespace gongshi
