// Executes tests/spec/windows.txt.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <charconv>

#include "generator/calendar/closing_difference.h"
#include "generator/calendar/counting.h"
#include "tests/calendar/sample_calendars.h"
#include "tests/calendar/spec_table.h"

namespace gongshi {
namespace {

enum Field : std::size_t {
  kCalendar,
  kOpens,
  kLength,
  kCountFrom,
  kAnnounced,
  kOutcome,
  kRule,
  kNote,
  kFields
};

CountingRule rule_of(const SpecRow& row) {
  const std::string& length = row.fields[kLength];
  CountingRule rule;
  const char* end = length.data() + length.size();
  const auto [unit, error] = std::from_chars(length.data(), end, rule.days);
  const std::string_view words(unit, static_cast<std::size_t>(end - unit));
  EXPECT_TRUE(error == std::errc{} && (words == "个工作日" || words == "天" || words == "天顺延"))
      << row.where;
  rule.unit = words == "个工作日" ? DayUnit::Workday : DayUnit::CalendarDay;
  rule.last_day = words == "天顺延" ? LastDay::RollsForward : LastDay::Stands;
  const bool next_day = split_known_on(row.fields[kCountFrom]).field == "次日";
  rule.count_from = next_day ? CountFrom::NextDay : CountFrom::SameDay;
  return rule;
}

// The bracket of an outcome, from the sentence that an office would read.
std::string bracket(const ClosingFinding& finding) {
  constexpr std::string_view kFrom = "；如果";
  constexpr std::string_view kTo = "，就会得出写明的日期";
  const std::size_t from = finding.sentence.find(kFrom);
  if (from == std::string::npos) return "";
  const std::string tail = finding.sentence.substr(from + kFrom.size());
  EXPECT_TRUE(tail.ends_with(kTo)) << tail;
  return "（" + tail.substr(0, tail.size() - kTo.size()) + "）";
}

std::string outcome(const ClosingDifference& difference) {
  const ClosingFinding finding = judge(difference, Length::Exact).value();
  const int counted = difference.counted.value_or(-1);
  if (finding.sentence.ends_with("请改正年份")) return "年";
  const bool early = difference.announced < difference.computed;
  EXPECT_EQ(finding.level, early ? Level::Error : Level::Warning);
  EXPECT_EQ(judge(difference, Length::AtLeast).has_value(), early);
  if (difference.announced < difference.opens) return "前";
  const int missing = difference.rule.days - counted;
  if (early) return (missing > 0 ? "少" + std::to_string(missing) : "休") + bracket(finding);
  return (missing < 0 ? "多" + std::to_string(-missing) : "满") + bracket(finding);
}

std::string outcome(const SpecRow& row) {
  Calendar calendar = real_calendar(row.fields[kCalendar]);
  if (const auto known_on = split_known_on(row.fields[kCountFrom]).known_on)
    calendar = calendar.known_on(*known_on);
  const auto difference = explain_difference(calendar, day(row.fields[kOpens]), rule_of(row),
                                             day(row.fields[kAnnounced]));
  if (!difference) return difference.error().kind == ErrorKind::NotFound ? "不知道" : "不成立";
  return *difference ? outcome(**difference) : "对";
}

TEST(WindowsSpec, EveryExampleHolds) {
  for (const SpecRow& row : read_spec("windows.txt", kFields).rows)
    EXPECT_EQ(outcome(row), row.fields[kOutcome]) << row.where;
}

TEST(WindowsSpec, NoRuleIsWithoutAnExampleAndNoExampleWithoutARule) {
  const SpecTable table = read_spec("windows.txt", kFields);
  std::set<std::string> shown;
  for (const SpecRow& row : table.rows) shown.insert(row.fields[kRule]);
  EXPECT_EQ(shown, table.rules);
}

TEST(WindowsSpec, RejectsOutnumberAccepts) {
  int accepts = 0;
  int rejects = 0;
  for (const SpecRow& row : read_spec("windows.txt", kFields).rows)
    ++(row.fields[kOutcome] == "对" ? accepts : rejects);
  EXPECT_GT(rejects, accepts);
}

}  // namespace
}  // namespace gongshi
