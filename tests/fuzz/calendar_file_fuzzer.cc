// Up to three calendar files, split at lines of "=== ": cn.toml, a.toml, b.toml. Properties: every
// problem has a place and a sentence; reading twice says the same; a calendar answers about any day
// the same in words and without, and counting agrees with itself.
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "generator/calendar/calendar_set.h"
#include "generator/calendar/closing_difference.h"
#include "generator/calendar/counting.h"

namespace gongshi {
namespace {

constexpr std::string_view kSplit = "\n===\n";

std::vector<SourceFile> files_of(std::string_view text) {
  std::vector<SourceFile> files;
  for (const char* path : {"cn.toml", "a.toml", "b.toml"}) {
    const std::size_t end = text.find(kSplit);
    files.push_back({.path = path, .bytes = std::string(text.substr(0, end))});
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + kSplit.size());
  }
  return files;
}

void expect(bool holds) {
  if (!holds) std::abort();
}

void ask(const Calendar& calendar, Date date) {
  const auto verdict = calendar.verdict(date);
  const auto kind = calendar.kind(date);
  expect(verdict.has_value() == kind.has_value());
  if (verdict) expect(verdict->kind == *kind && verdict->workday == is_workday(*kind));
  if (!verdict) expect(!verdict.error().message.empty());
  const auto window = count_window(calendar, date, {.days = 5});
  const auto closes = closing_date(calendar, date, {.days = 5});
  expect(window.has_value() == closes.has_value());
  if (!window) return;
  expect(window->closes == *closes && window->counted.size() == 5);
  const auto difference = explain_difference(calendar, date, {.days = 5}, date);
  if (difference && *difference) expect(!judge(**difference, Length::Exact)->sentence.empty());
}

void ask_around(const Calendar& calendar, int year) {
  using std::chrono::days;
  const Date newyear{std::chrono::year{year} / std::chrono::January / 1};
  for (Date date = newyear - days{10}; date < newyear + days{10}; date += days{1})
    ask(calendar, date);
}

void read(std::string_view text) {
  const std::vector<SourceFile> files = files_of(text);
  Diagnostics problems;
  const CalendarSet set = read_calendars(files, problems);
  Diagnostics again;
  read_calendars(files, again);
  expect(problems == again);
  for (const Diagnostic& problem : problems)
    expect(!problem.place.file.empty() && !problem.message.empty() && problem.place.line >= 0);
  for (const CalendarId& id : set.ids()) {
    const Calendar& calendar = *set.find(id);
    for (const int year : {1949, 2005, 2020, 2021, 2199}) ask_around(calendar, year);
    ask_around(calendar.known_on(Date{std::chrono::year{2020} / 1 / 10}), 2021);
  }
}

}  // namespace
}  // namespace gongshi

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gongshi::read({reinterpret_cast<const char*>(data), size});
  return 0;
}
