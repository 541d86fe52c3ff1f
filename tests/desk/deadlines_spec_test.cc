// Executes tests/spec/deadlines.txt.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "intake/desk/deadlines.h"
#include "tests/calendar/sample_calendars.h"
#include "tests/calendar/spec_table.h"
#include "tests/desk/sample_working_days.h"
#include "tests/filing/sample_events.h"

namespace gongshi {
namespace {

enum Field : std::size_t {
  kReceived,
  kSteps,
  kPeriods,
  kPublished,
  kDeadline,
  kCeiling,
  kRule,
  kNote,
  kFields
};

constexpr std::string_view kNone = "无";

Instant morning_of(std::string_view text) {
  return {start_of_day(day(text)).utc + std::chrono::hours(9)};
}

std::vector<std::string> split(std::string_view text, std::string_view mark) {
  std::vector<std::string> parts;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark)) {
    parts.emplace_back(text.substr(0, at));
    text.remove_prefix(at + mark.size());
  }
  parts.emplace_back(text);
  return parts;
}

// "要求补正 2024-09-25 至 2024-10-08"
ObjectionEvent event_of(const std::string& text, const std::string& where) {
  const std::vector<std::string> words = split(text, " ");
  for (const HandlingStep step : all_steps()) {
    if (chinese(step) != words[0]) continue;
    ObjectionEvent event = sample_event(step);
    event.at = morning_of(words.at(1));
    if (step == HandlingStep::Ask) event.due = day(words.at(3));
    return event;
  }
  ADD_FAILURE() << where << ": there is no step " << text;
  return {};
}

ObjectionStanding standing_after_steps(const SpecRow& row) {
  std::vector<ObjectionEvent> history;
  std::vector<std::string> steps = split(row.fields[kSteps], "、");
  EXPECT_EQ(steps.front(), "登记") << row.where;
  steps.erase(steps.begin());
  for (const std::string& step : steps) history.push_back(event_of(step, row.where));
  const auto standing = standing_of(Signature::Named, history);
  EXPECT_TRUE(standing) << row.where;
  return standing.value_or(ObjectionStanding());
}

std::optional<OwnTerms> terms_of(const SpecRow& row, const WorkingDays& days) {
  if (row.fields[kPeriods] == kNone) return std::nullopt;
  HandlingPeriods periods;
  EXPECT_EQ(std::sscanf(row.fields[kPeriods].c_str(), "%d、%d、%d", &periods.tell_within,
                        &periods.conclude_within, &periods.extension),
            3)
      << row.where;
  return OwnTerms{.periods = periods, .days = &days};
}

TEST(DeadlinesSpec, EveryExampleHolds) {
  for (const SpecRow& row : read_spec("deadlines.txt", kFields).rows) {
    const WorkingDays days(days_of(real_calendar("cn"), "2024-01-01", row.fields[kPublished]));
    const auto deadline = next_deadline(standing_after_steps(row),
                                        morning_of(row.fields[kReceived]), terms_of(row, days));
    if (!deadline) {
      EXPECT_EQ(row.fields[kDeadline], kNone) << row.where;
      EXPECT_EQ(row.fields[kCeiling], kNone) << row.where;
      continue;
    }
    EXPECT_EQ(fmt::format("{} {} {}", chinese(deadline->duty), to_text(deadline->last_day),
                          chinese(deadline->basis)),
              row.fields[kDeadline])
        << row.where;
    const LegalCeiling& ceiling = deadline->ceiling;
    EXPECT_EQ(fmt::format("{} {}", chinese(ceiling.duty), to_text(ceiling.last_day)),
              row.fields[kCeiling])
        << row.where;
    EXPECT_LE(deadline->last_day, ceiling.last_day) << row.where;
  }
}

TEST(DeadlinesSpec, NoRuleIsWithoutAnExampleAndNoExampleWithoutARule) {
  const SpecTable table = read_spec("deadlines.txt", kFields);
  std::set<std::string> shown;
  for (const SpecRow& row : table.rows) shown.insert(row.fields[kRule]);
  EXPECT_EQ(shown, table.rules);
}

}  // namespace
}  // namespace gongshi
