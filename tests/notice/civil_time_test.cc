#include "generator/notice/civil_time.h"

#include <gtest/gtest.h>

#include <concepts>
#include <string_view>

namespace gongshi {
namespace {

template <class A, class B>
concept Addable = requires(A a, B b) {
  a + b;
};
static_assert(!Addable<Instant, Instant>, "two instants have a difference, not a sum");
static_assert(!std::is_convertible_v<Instant, Date>, "an instant becomes a date through date_of");

constexpr std::string_view kNotDates[] = {"",
                                          "2025-02-30",
                                          "2025-2-3",
                                          "2025-02-03 ",
                                          " 2025-02-03",
                                          "03/02/2025",
                                          "12025-01-01",
                                          "1899-12-31",
                                          "2200-01-01",
                                          "2025-13-01",
                                          "2025-00-10",
                                          "2025-01-00",
                                          "2025-01-32",
                                          "2023-02-29",
                                          "+025-01-01",
                                          "２０２５-01-01"};

TEST(DateTest, RejectsTextThatIsNotACalendarDate) {
  for (const std::string_view text : kNotDates)
    EXPECT_FALSE(parse_date(text)) << '"' << text << '"';
}

TEST(DateTest, ComesBackAsItWasWritten) {
  for (const std::string_view text : {"1900-01-01", "2017-06-21", "2024-02-29", "2199-12-31"}) {
    ASSERT_TRUE(parse_date(text)) << text;
    EXPECT_EQ(to_text(*parse_date(text)), text);
  }
}

TEST(DateTest, ErrorQuotesTheTextAndShowsTheForm) {
  const auto error = parse_date("2017/6/21").error();
  EXPECT_NE(error.message.find("2017/6/21"), std::string::npos);
  EXPECT_NE(error.message.find("2017-06-21"), std::string::npos);
}

constexpr std::string_view kNotInstants[] = {"",
                                             "2017-06-21",
                                             "2017-06-21T09:00:00",
                                             "2017-06-21T09:00+08:00",
                                             "2017-06-21 09:00:00+08:00",
                                             "2017-06-21T24:00:00+08:00",
                                             "2017-06-21T09:60:00+08:00",
                                             "2017-06-21T09:00:60Z",
                                             "2017-06-21T09:00:00.5Z",
                                             "2017-06-21T09:00:00+0800",
                                             "2017-06-21T09:00:00+08:60",
                                             "2017-06-21T09:00:00z",
                                             "2017-06-31T09:00:00Z"};

TEST(InstantTest, RejectsTextWithoutAnExactPointInTime) {
  for (const std::string_view text : kNotInstants) {
    EXPECT_FALSE(parse_instant(text)) << '"' << text << '"';
  }
}

TEST(InstantTest, OffsetsNameTheSamePoint) {
  const auto china = parse_instant("2017-06-21T09:00:00+08:00");
  EXPECT_EQ(*china, *parse_instant("2017-06-21T01:00:00Z"));
  EXPECT_EQ(*china, *parse_instant("2017-06-20T21:00:00-04:00"));
  EXPECT_EQ(to_text(*china), "2017-06-21T09:00:00+08:00");
}

TEST(InstantTest, DayBeginsAtMidnightInChina) {
  const Date date = *parse_date("2017-06-28");
  EXPECT_EQ(to_text(start_of_day(date)), "2017-06-28T00:00:00+08:00");
  EXPECT_EQ(date_of(start_of_day(date)), date);
  const Instant before{start_of_day(date).utc - std::chrono::seconds{1}};
  EXPECT_EQ(to_text(date_of(before)), "2017-06-27");
}

TEST(ChineseTest, DatesAreAbsoluteAndUnpadded) {
  const Date date = *parse_date("2017-06-07");
  EXPECT_EQ(chinese_date(date), "2017年6月7日");
  EXPECT_EQ(chinese_weekday(date), "星期三");
  EXPECT_EQ(chinese_last_moment(date), "2017年6月7日24时（含当日）");
  EXPECT_EQ(chinese_instant(*parse_instant("2017-06-07T09:05:00+08:00")), "2017年6月7日 09:05");
}

}  // namespace
}  // namespace gongshi
