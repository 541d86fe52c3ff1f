#include "generator/calendar/counting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <vector>

#include "tests/calendar/sample_calendars.h"

namespace gongshi {
namespace {

using std::chrono::days;
using testing::HasSubstr;

std::vector<std::string> dates(const std::vector<ExplainedDay>& list) {
  std::vector<std::string> texts;
  for (const ExplainedDay& day : list) texts.push_back(to_text(day.date) + " " + day.reason);
  return texts;
}

TEST(CountingTest, EveryDayOfTheWindowIsExplained) {
  const auto window = count_window(real_calendar("cn"), day("2024-02-02"), {.days = 3});
  ASSERT_TRUE(window);
  EXPECT_EQ(to_text(window->closes), "2024-02-05");
  EXPECT_EQ(to_text(window->closes_at), "2024-02-06T00:00:00+08:00");
  EXPECT_EQ(window->calendar.text(), "cn");
  EXPECT_THAT(
      dates(window->counted),
      testing::ElementsAre("2024-02-02 星期五", "2024-02-04 调休上班", "2024-02-05 星期一"));
  EXPECT_THAT(dates(window->skipped), testing::ElementsAre("2024-02-03 星期六"));
}

TEST(CountingTest, WorkingDaysThatDoNotCountSayWhy) {
  const auto window = count_window(real_calendar("cn"), day("2017-06-21"),
                                   {.days = 3,
                                    .unit = DayUnit::CalendarDay,
                                    .count_from = CountFrom::NextDay,
                                    .last_day = LastDay::RollsForward});
  ASSERT_TRUE(window);
  EXPECT_THAT(dates(window->counted),
              testing::ElementsAre("2017-06-22 星期四", "2017-06-23 星期五", "2017-06-24 星期六"));
  EXPECT_THAT(
      dates(window->skipped),
      testing::ElementsAre("2017-06-21 次日起算", "2017-06-25 星期日", "2017-06-26 末日顺延"));
}

TEST(CountingTest, LengthsOutsideOneYearAreRefused) {
  for (const int length : {-1, 0, 367, 1'000'000}) {
    const auto window = count_window(real_calendar("cn"), day("2017-06-21"), {.days = length});
    ASSERT_FALSE(window) << length;
    EXPECT_EQ(window.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(window.error().message, HasSubstr(std::to_string(length) + "天：请核对天数"));
  }
}

TEST(CountingTest, AnUnknownYearNamesItselfAndWhatToWaitFor) {
  const auto window = count_window(real_calendar("cn"), day("2026-12-30"), {.days = 5});
  ASSERT_FALSE(window);
  EXPECT_EQ(window.error().kind, ErrorKind::NotFound);
  EXPECT_EQ(
      window.error().message,
      "日历“全国”（cn）没有2027年的放假安排，不能推算：请等待《国务院办公厅关于2027年部分节假日安"
      "排的通知》发布，用 gongshi calendar import 写入 cn.toml 后再计算；此前不要发布涉及2027年的"
      "公示");
}

TEST(CountingTest, CountsTheWorkingDaysOfASpan) {
  const Calendar& calendar = real_calendar("cn");
  EXPECT_EQ(count_workdays(calendar, day("2005-01-01"), day("2005-12-31")).value(), 251);
  EXPECT_EQ(count_workdays(calendar, day("2017-06-24"), day("2017-06-25")).value(), 0);
  EXPECT_EQ(count_workdays(calendar, day("2017-06-24"), day("2017-06-23")).value(), 0);
  EXPECT_FALSE(count_workdays(calendar, day("2026-12-31"), day("2027-01-01")));
}

// The second implementation, as naive as can be: it asks the calendar once about every day, lists
// the working days, and picks the n-th one from the start. Nothing is shared with counting.cc.
class Naive {
 public:
  explicit Naive(const Calendar& calendar) {
    for (Date date = first_; date < end_; date += days{1}) {
      next_workday_.push_back(workdays_.size());
      const auto verdict = calendar.verdict(date);
      known_.push_back(verdict.has_value());
      if (verdict && verdict->workday) workdays_.push_back(date);
    }
    for (std::size_t i = known_.size(); i > 0; --i) {  // first unknown day at or after each day
      const Date date = first_ + days{i - 1};
      const Date later = i == known_.size() ? end_ : unknown_from_.back();
      unknown_from_.push_back(known_[i - 1] ? later : date);
    }
  }

  // Nothing when a day on the way is unknown.
  std::optional<Date> closes(Date opens, int length, CountFrom count_from) const {
    const Date first = opens + days{count_from == CountFrom::SameDay ? 0 : 1};
    const Date unknown = unknown_from(opens);
    if (unknown <= first) return std::nullopt;
    const std::size_t last = next_workday_[index(first)] + static_cast<std::size_t>(length) - 1;
    if (workdays_.size() <= last || unknown <= workdays_[last]) return std::nullopt;
    return workdays_[last];
  }

  Date first() const { return first_; }
  Date end() const { return end_; }

 private:
  static std::size_t index(Date date) {
    return static_cast<std::size_t>((date - day("2004-01-01")).count());
  }
  Date unknown_from(Date date) const {
    return unknown_from_[unknown_from_.size() - 1 - index(date)];
  }

  Date first_ = day("2004-01-01");
  Date end_ = day("2027-01-01");
  std::vector<bool> known_;
  std::vector<Date> workdays_;
  std::vector<std::size_t> next_workday_;
  std::vector<Date> unknown_from_;  // from the last day to the first
};

void expect_same_as_naive(const Calendar& calendar, CountFrom count_from) {
  const Naive naive(calendar);
  int agreed = 0;
  for (Date opens = naive.first(); opens < naive.end(); opens += days{1}) {
    for (int length = 1; length <= 30; ++length) {
      const auto expected = naive.closes(opens, length, count_from);
      const auto found = closing_date(calendar, opens, {.days = length, .count_from = count_from});
      const bool same = expected ? found && *found == *expected : !found;
      ASSERT_TRUE(same) << calendar.id().text() << " " << to_text(opens) << " + " << length;
      agreed += expected ? 1 : 0;
      if (!expected) break;  // a longer window is unknown, too
    }
  }
  EXPECT_GT(agreed, 1000) << calendar.id().text() << ": the calendar knows next to nothing";
}

TEST(CountingProperty, AgreesWithANaiveImplementationEverywhere) {
  for (const CalendarId& id : real_calendars().ids()) {
    expect_same_as_naive(*real_calendars().find(id), CountFrom::SameDay);
    expect_same_as_naive(*real_calendars().find(id), CountFrom::NextDay);
  }
}

TEST(CountingProperty, CountedAndSkippedAreTheWholeWindowInOrder) {
  const Calendar& calendar = real_calendar("cn");
  for (Date opens = day("2004-01-01"); opens < day("2026-11-01"); opens += days{1}) {
    for (const CountFrom count_from : {CountFrom::SameDay, CountFrom::NextDay}) {
      const CountingRule rule{.days = 7, .count_from = count_from};
      const auto window = count_window(calendar, opens, rule);
      ASSERT_TRUE(window);
      ASSERT_EQ(window->closes, closing_date(calendar, opens, rule).value());
      ASSERT_EQ(window->counted.size(), 7U);
      ASSERT_EQ(window->counted.back().date, window->closes);
      auto counted = window->counted.begin();
      auto skipped = window->skipped.begin();
      for (Date date = opens; date <= window->closes; date += days{1}) {
        const bool counts = counted != window->counted.end() && counted->date == date;
        ASSERT_EQ(counts ? counted->date : skipped->date, date);
        ASSERT_NE(counts ? counted->reason : skipped->reason, "");
        ++(counts ? counted : skipped);
      }
      ASSERT_TRUE(counted == window->counted.end() && skipped == window->skipped.end());
    }
  }
}

}  // namespace
}  // namespace gongshi
