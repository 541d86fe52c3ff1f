#include "generator/calendar/window_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "generator/notice/icalendar.h"
#include "generator/notice/json.h"

namespace gongshi {
namespace {

struct NumberedDay {
  ExplainedDay day;
  std::size_t number = 0;  // 0: not counted
};

std::vector<NumberedDay> every_day(const CountedWindow& window) {
  std::vector<NumberedDay> days;
  days.reserve(window.counted.size() + window.skipped.size());
  for (const ExplainedDay& day : window.counted)
    days.push_back({.day = day, .number = days.size() + 1});
  for (const ExplainedDay& day : window.skipped) days.push_back({.day = day});
  std::ranges::sort(days, {}, [](const NumberedDay& numbered) { return numbered.day.date; });
  return days;
}

std::string length_text(const CountingRule& rule) {
  return fmt::format("{}{}", rule.days, rule.unit == DayUnit::Workday ? "个工作日" : "天");
}

std::string span_text(const CountedWindow& window) {
  return fmt::format("{}（{}）至{}（{}）24时（含当日）", chinese_date(window.opens),
                     chinese_weekday(window.opens), chinese_date(window.closes),
                     chinese_weekday(window.closes));
}

std::string rule_text(const CountingRule& rule) {
  std::string text = rule.count_from == CountFrom::SameDay ? "开始当日起算" : "开始次日起算";
  if (rule.unit == DayUnit::CalendarDay && rule.last_day == LastDay::RollsForward)
    text += "，末日逢休息日顺延";
  return text;
}

}  // namespace

std::string window_as_text(const CountedWindow& window, const Calendar& calendar,
                           const CountingRule& rule) {
  std::string text = fmt::format("公示期：{}，共{}\n", span_text(window), length_text(rule));
  text +=
      fmt::format("日历：{}（{}），{}", calendar.title(), calendar.id().text(), rule_text(rule));
  if (const auto known_on = calendar.knowledge_date())
    text += fmt::format("，按{}已印发的安排", chinese_date(*known_on));
  text += "\n";
  for (const NumberedDay& numbered : every_day(window)) {
    const std::string number = numbered.number == 0 ? "-" : std::to_string(numbered.number);
    text += fmt::format("{:>5}  {}  {}\n", number, to_text(numbered.day.date), numbered.day.reason);
  }
  return text;
}

std::string window_as_json(const CountedWindow& window) {
  Json counted = Json::array();
  for (const ExplainedDay& day : window.counted) counted.push_back(to_text(day.date));
  Json skipped = Json::array();
  for (const ExplainedDay& day : window.skipped)
    skipped.push_back({{"date", to_text(day.date)}, {"reason", day.reason}});
  const Json object = {{"opens", to_text(window.opens)},
                       {"closes", to_text(window.closes)},
                       {"closes_at", to_text(window.closes_at)},
                       {"calendar", window.calendar.text()},
                       {"counted", counted},
                       {"skipped", skipped}};
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string window_as_icalendar(const CountedWindow& window, const Calendar& calendar,
                                const CountingRule& rule) {
  const CalendarEvent event = {
      .uid =
          fmt::format("{}-{}-{}-{}-{}@window.gongshi", calendar.id().text(), to_text(window.opens),
                      rule.days, rule.unit == DayUnit::Workday ? "workday" : "calendar-day",
                      rule.count_from == CountFrom::SameDay ? "same-day" : "next-day"),
      .summary = fmt::format("公示期（{}）", length_text(rule)),
      .description = window_as_text(window, calendar, rule),
      .url = "",
      .stamp = start_of_day(window.opens),
      .starts = start_of_day(window.opens),
      .ends = window.closes_at};
  return to_icalendar(std::array{event});
}

}  // namespace gongshi
