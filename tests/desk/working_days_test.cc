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
