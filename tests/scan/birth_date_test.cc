#include "generator/scan/birth_date.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(BirthDateTest, OneDateIsOneFinding) {
  EXPECT_EQ(birth_dates("出生日期1900年1月1日出生").size(), 1U);
  EXPECT_EQ(birth_dates("甲1900年1月1日出生，乙1901年2月3日出生").size(), 2U);
  EXPECT_EQ(birth_dates("出生：1900-01-01")[0].value, "19000101");
}

TEST(BirthDateTest, DatesThatDoNotExistAreNone) {
  for (const char* text : {"出生1900年13月1日", "出生1900年2月29日", "出生1900", "出生1900-01-011",
                           "出生190001", "出生", "出生1900年1月"}) {
    EXPECT_TRUE(birth_dates(text).empty()) << text;
  }
}

}  // namespace
}  // namespace gongshi
