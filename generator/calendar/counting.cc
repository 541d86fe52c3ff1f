#include "generator/calendar/counting.h"

#include <fmt/format.h>

#include <utility>

namespace gongshi {
namespace {

using std::chrono::days;

// Only asked after kind() had no answer.
tl::unexpected<Error> unknown_day(const Calendar& calendar, Date date) {
  return tl::unexpected<Error>(calendar.verdict(date).error());
}

Result<Date> roll_forward(const Calendar& calendar, Date last) {
  for (;; last += days{1}) {
    const auto kind = calendar.kind(last);
    if (!kind) return unknown_day(calendar, last);
    if (is_workday(*kind)) return last;
  }
}

bool counts(DayKind kind, DayUnit unit) { return unit == DayUnit::CalendarDay || is_workday(kind); }

Date first_candidate(Date opens, CountFrom count_from) {
  return count_from == CountFrom::SameDay ? opens : opens + days{1};
}

}  // namespace

Result<Date> closing_date(const Calendar& calendar, Date opens, const CountingRule& rule) {
  if (rule.days < 1 || kWindowDaysMax < rule.days) {
    return failure(ErrorKind::Invalid, fmt::format("公示期应为1至{}天，现为{}天：请核对天数",
                                                   kWindowDaysMax, rule.days));
  }
  if (!calendar.kind(opens)) return unknown_day(calendar, opens);
  Date date = first_candidate(opens, rule.count_from);
  for (int counted = 0;; date += days{1}) {
    const auto kind = calendar.kind(date);
    if (!kind) return unknown_day(calendar, date);
    if (counts(*kind, rule.unit) && ++counted == rule.days) break;
  }
  const bool rolls = rule.unit == DayUnit::CalendarDay && rule.last_day == LastDay::RollsForward;
  return rolls ? roll_forward(calendar, date) : date;
}

Result<CountedWindow> count_window(const Calendar& calendar, Date opens, const CountingRule& rule) {
  const auto closes = closing_date(calendar, opens, rule);
  if (!closes) return tl::unexpected<Error>(closes.error());
  CountedWindow window{.opens = opens,
                       .closes = *closes,
                       .closes_at = start_of_day(*closes + days{1}),
                       .calendar = calendar.id(),
                       .counted = {},
                       .skipped = {}};
  const Date first = first_candidate(opens, rule.count_from);
  for (Date date = opens; date <= *closes; date += days{1}) {
    auto verdict = calendar.verdict(date);
    const bool before = date < first;
    const bool after = std::cmp_equal(window.counted.size(), rule.days);
    if (!before && !after && counts(verdict->kind, rule.unit)) {
      window.counted.push_back({.date = date, .reason = std::move(verdict->reason)});
    } else {
      const char* why = before ? "次日起算" : "末日顺延";
      window.skipped.push_back(
          {.date = date, .reason = verdict->workday ? why : std::move(verdict->reason)});
    }
  }
  return window;
}

Result<int> count_workdays(const Calendar& calendar, Date first, Date last) {
  int workdays = 0;
  for (Date date = first; date <= last; date += days{1}) {
    const auto kind = calendar.kind(date);
    if (!kind) return unknown_day(calendar, date);
    if (is_workday(*kind)) ++workdays;
  }
  return workdays;
}

}  // namespace gongshi
