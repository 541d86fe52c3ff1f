// The cases are in tests/spec/windows.txt; here are the words, and what has no row.
#include "generator/calendar/closing_difference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/calendar/sample_calendars.h"

namespace gongshi {
namespace {

std::optional<ClosingDifference> difference(std::string_view announced,
                                            const CountingRule& rule = {.days = 5},
                                            std::string_view opens = "2017-06-21") {
  return explain_difference(real_calendar("cn"), day(opens), rule, day(announced)).value();
}

std::string sentence(std::string_view announced, const CountingRule& rule = {.days = 5}) {
  return judge(difference(announced, rule).value(), Length::Exact).value().sentence;
}

TEST(ClosingDifferenceTest, TheRightDateIsNoDifference) { EXPECT_FALSE(difference("2017-06-27")); }

TEST(ClosingDifferenceTest, SentencesNameBothDatesTheDifferenceAndTheWayOut) {
  EXPECT_EQ(
      sentence("2017-06-25"),
      "公示截止日写的是2017年6月25日，从2017年6月21日起只有3个工作日，比规定的5个工作日少2个工作"
      "日：应不早于2017年6月27日；如果按自然日数，就会得出写明的日期");
  EXPECT_EQ(
      sentence("2017-06-30"),
      "公示截止日写的是2017年6月30日，从2017年6月21日起有8个工作日，比规定的5个工作日多3个工作"
      "日：请改为2017年6月27日，有意延长的可以不改");
  EXPECT_EQ(sentence("2017-06-20"),
            "公示截止日写的是2017年6月20日，早于开始日2017年6月21日：请改为2017年6月27日");
  EXPECT_EQ(sentence("2018-06-27"),
            "公示截止日写的是2018年6月27日，按规定是2017年6月27日：日月相符，请改正年份");
  EXPECT_EQ(
      sentence("2017-06-24", {.days = 3}),
      "公示截止日写的是2017年6月24日，规定的3个工作日到2017年6月23日已满：请改为2017年6月23日，"
      "有意延长的可以不改；如果从开始次日起算、又按自然日数，就会得出写明的日期");
  EXPECT_EQ(
      sentence("2017-06-24",
               {.days = 4, .unit = DayUnit::CalendarDay, .last_day = LastDay::RollsForward}),
      "公示截止日写的是2017年6月24日，是休息日，末日应当顺延：请改为2017年6月26日；如果末日逢休"
      "息日没有顺延，就会得出写明的日期");
}

TEST(ClosingDifferenceTest, TooShortIsAnErrorTooLongAWarningAndNothingForAMinimum) {
  const auto shorter = difference("2017-06-26").value();
  const auto longer = difference("2017-06-28").value();
  const auto wrong_year = difference("2018-06-27").value();
  EXPECT_EQ(judge(shorter, Length::Exact)->level, Level::Error);
  EXPECT_EQ(judge(shorter, Length::AtLeast)->level, Level::Error);
  EXPECT_EQ(judge(longer, Length::Exact)->level, Level::Warning);
  EXPECT_FALSE(judge(longer, Length::AtLeast));
  EXPECT_EQ(judge(wrong_year, Length::Exact)->level, Level::Error);
  EXPECT_EQ(judge(wrong_year, Length::AtLeast)->level, Level::Error);
}

TEST(ClosingDifferenceTest, AnEndBeyondTheKnownYearsStillHasADifference) {
  const auto beyond = difference("2027-03-01", {.days = 5}, "2026-06-24").value();
  EXPECT_FALSE(beyond.counted);
  EXPECT_EQ(
      judge(beyond, Length::Exact)->sentence,
      "公示截止日写的是2027年3月1日，规定的5个工作日到2026年6月30日已满：请改为2026年6月30日，有"
      "意延长的可以不改");
}

TEST(ClosingDifferenceTest, WhatCannotBeComputedIsAnError) {
  const auto unknown =
      explain_difference(real_calendar("cn"), day("2026-12-30"), {.days = 5}, day("2027-01-05"));
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().kind, ErrorKind::NotFound);
}

}  // namespace
}  // namespace gongshi
