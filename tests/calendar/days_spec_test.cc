// Executes tests/spec/days.txt.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generator/calendar/calendar.h"
#include "tests/calendar/sample_calendars.h"
#include "tests/calendar/spec_table.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

enum Field : std::size_t { kCalendar, kDate, kAnswer, kReason, kRule, kNote, kFields };

void expect_day(const SpecRow& row) {
  const auto [date, known_on] = split_known_on(row.fields[kDate]);
  Calendar calendar = real_calendar(row.fields[kCalendar]);
  if (known_on) calendar = calendar.known_on(*known_on);
  const auto verdict = calendar.verdict(day(date));
  EXPECT_EQ(verdict.has_value(), calendar.kind(day(date)).has_value()) << row.where;
  if (!verdict) {
    EXPECT_EQ(row.fields[kAnswer], "不知道") << row.where << ": " << verdict.error().message;
    EXPECT_THAT(verdict.error().message, HasSubstr(row.fields[kReason])) << row.where;
    return;
  }
  EXPECT_EQ(verdict->workday ? "上班" : "休息", row.fields[kAnswer]) << row.where;
  EXPECT_EQ(verdict->reason, row.fields[kReason]) << row.where;
  EXPECT_EQ(is_workday(verdict->kind), verdict->workday) << row.where;
}

TEST(DaysSpec, EveryExampleHolds) {
  for (const SpecRow& row : read_spec("days.txt", kFields).rows) expect_day(row);
}

TEST(DaysSpec, NoRuleIsWithoutAnExampleAndNoExampleWithoutARule) {
  const SpecTable table = read_spec("days.txt", kFields);
  std::set<std::string> shown;
  for (const SpecRow& row : table.rows) shown.insert(row.fields[kRule]);
  EXPECT_EQ(shown, table.rules);
}

// A day off and a day unknown both stop somebody who counts Mondays to Fridays.
TEST(DaysSpec, RejectsOutnumberAccepts) {
  int accepts = 0;
  int rejects = 0;
  for (const SpecRow& row : read_spec("days.txt", kFields).rows)
    ++(row.fields[kAnswer] == "上班" ? accepts : rejects);
  EXPECT_GT(rejects, accepts);
}

}  // namespace
}  // namespace gongshi
