#include "generator/calendar/counting.h"

#include <gtest/gtest.h>

#include "tests/calendar/sample_calendars.h"

namespace gongshi {
namespace {

TEST(CountingTest, MakeUpWeekendsCountAndHolidaysDoNot) {
  const auto window = count_window(real_calendar("cn"), day("2023-09-22"), {.days = 7});
  ASSERT_TRUE(window);
  EXPECT_EQ(to_text(window->closes), "2023-10-08");
  EXPECT_EQ(to_text(window->closes_at), "2023-10-09T00:00:00+08:00");
}

}  // namespace
}  // namespace gongshi
