#include "intake/desk/working_days.h"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>

#include "tests/desk/sample_working_days.h"

namespace gongshi {
namespace {

using std::chrono::days;

// Day after day, from the day itself: what a clerk does with a finger on the wall calendar.
std::optional<Date> counted_by_hand(const Calendar& calendar, Date from, Date through, int count) {
  while (count > 0) {
    from += days(1);
    if (through < from) return std::nullopt;
    if (is_workday(calendar.kind(from).value())) --count;
  }
  return from;
}

TEST(WorkingDaysTest, CountsAsAClerkWouldByHand) {
  const Calendar& calendar = real_calendar("cn");
  const CalendarDays known = days_of(calendar, "2023-12-25", "2026-12-31");
  const WorkingDays working(known);
  for (Date day = known.from; day <= known.through; day += days(1)) {
    for (const int count : {1, 2, 3, 5, 10, 20, 60}) {
      ASSERT_EQ(working.after(day, count), counted_by_hand(calendar, day, known.through, count))
          << to_text(day) << " and " << count;
    }
  }
}

// The last of all days from which no fewer are counted.
TEST(WorkingDaysTest, CountsBackToWhereItWouldCountFrom) {
  const Calendar& calendar = real_calendar("cn");
  const CalendarDays known = days_of(calendar, "2024-01-01", "2026-12-31");
  const WorkingDays working(known);
  for (Date day = known.from + days(60); day <= known.through; day += days(1)) {
    for (const int count : {1, 2, 3, 10}) {
      Date by_hand = day;
      for (int left = count; left > 0;) {
        by_hand -= days(1);
        if (is_workday(calendar.kind(by_hand).value())) --left;
      }
      ASSERT_EQ(working.before(day, count), by_hand) << to_text(day) << " and " << count;
    }
  }
}

TEST(WorkingDaysTest, BeforeTheFirstNothingIsKnown) {
  const WorkingDays working(days_of(real_calendar("cn"), "2024-09-23", "2024-09-30"));
  EXPECT_EQ(working.before(day("2024-09-22"), 1), std::nullopt);
  EXPECT_EQ(working.before(day("2024-10-01"), 1), std::nullopt);
  EXPECT_EQ(working.before(day("2024-09-23"), 1), std::nullopt);
  EXPECT_EQ(working.before(day("2024-09-24"), 1), day("2024-09-23"));
  EXPECT_EQ(working.before(day("2024-09-30"), 1), day("2024-09-29")) << "a Sunday that is made up";
}

TEST(WorkingDaysTest, OfADayOutsideNothingIsKnown) {
  const WorkingDays working(days_of(real_calendar("cn"), "2024-09-23", "2024-09-30"));
  EXPECT_EQ(working.after(day("2024-09-22"), 1), std::nullopt);
  EXPECT_EQ(working.after(day("2024-10-01"), 1), std::nullopt);
  EXPECT_EQ(working.after(day("2024-09-23"), 1), day("2024-09-24"));
  EXPECT_EQ(working.after(day("2024-09-28"), 1), day("2024-09-29")) << "a Sunday that is made up";
  EXPECT_EQ(working.after(day("2024-09-28"), 2), day("2024-09-30"));
  EXPECT_EQ(working.after(day("2024-09-28"), 3), std::nullopt);
  EXPECT_EQ(working.after(day("2024-09-30"), 1), std::nullopt);
  EXPECT_EQ(working.through(), day("2024-09-30"));
}

TEST(WorkingDaysTest, NoneAtAll) {
  const WorkingDays working(days_of(real_calendar("cn"), "2024-10-01", "2024-10-07"));
  EXPECT_EQ(working.after(day("2024-10-01"), 1), std::nullopt);
}

}  // namespace
}  // namespace gongshi
