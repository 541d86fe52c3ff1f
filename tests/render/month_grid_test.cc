#include "generator/render/month_grid.h"

#include <gmock/gmock.h>

#include <string>

namespace gongshi {
namespace {

// "2017-06: 19 20 21 22 23 24 25 | 26 27 28 29 30 . ." – as one would draw it.
std::string drawn(const char* first, const char* last) {
  std::string text;
  for (const MonthGrid& grid : month_grids(parse_date(first).value(), parse_date(last).value())) {
    const Date day_one(grid.month / 1);
    text += (text.empty() ? "" : "; ") + to_text(day_one).substr(0, 7) + ":";
    for (const Week& week : grid.weeks) {
      text += &week == &grid.weeks.front() ? "" : " |";
      for (const auto& day : week) {
        const auto number = day ? std::chrono::year_month_day(*day).day() : std::chrono::day(0);
        text += day ? " " + std::to_string(static_cast<unsigned>(number)) : " .";
      }
    }
  }
  return text;
}

struct Example {
  const char* first;
  const char* last;
  const char* drawn;
};

const Example kExamples[] = {
    {"2017-06-21", "2017-06-27", "2017-06: 19 20 21 22 23 24 25 | 26 27 28 29 30 . ."},
    {"2017-06-21", "2017-06-21", "2017-06: 19 20 21 22 23 24 25"},
    {"2017-06-25", "2017-06-26", "2017-06: 19 20 21 22 23 24 25 | 26 27 28 29 30 . ."},
    // Over the end of a month: the week is drawn in both, each with its own days.
    {"2017-05-30", "2017-06-02", "2017-05: 29 30 31 . . . .; 2017-06: . . . 1 2 3 4"},
    // A month that begins on a Monday, and one that ends on a Sunday.
    {"2022-07-31", "2022-08-01", "2022-07: 25 26 27 28 29 30 31; 2022-08: 1 2 3 4 5 6 7"},
    // Over the end of a year, with a leap day.
    {"2019-12-31", "2020-01-01", "2019-12: 30 31 . . . . .; 2020-01: . . 1 2 3 4 5"},
    {"2020-02-28", "2020-03-01", "2020-02: 24 25 26 27 28 29 .; 2020-03: . . . . . . 1"},
};

TEST(MonthGridTest, DrawsTheWeeksThatTheDaysTouch) {
  for (const Example& example : kExamples) {
    EXPECT_EQ(drawn(example.first, example.last), example.drawn);
  }
}

// Whatever the span, each of its days stands in exactly one square.
TEST(MonthGridTest, EveryDayStandsOnce) {
  const Date first = parse_date("2023-11-30").value();
  for (int length = 0; length <= 370; ++length) {
    const Date last = first + std::chrono::days(length);
    Date expected = first;
    for (const MonthGrid& grid : month_grids(first, last)) {
      for (const Week& week : grid.weeks) {
        for (const auto& day : week) {
          if (!day || *day < first || *day > last) continue;
          EXPECT_EQ(*day, expected) << length;
          expected += std::chrono::days(1);
        }
      }
    }
    EXPECT_EQ(expected, last + std::chrono::days(1)) << length;
  }
}

}  // namespace
}  // namespace gongshi
