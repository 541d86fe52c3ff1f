#include "generator/scan/wording.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(WordingTest, FindsAWordWithBlanksInside) {
  const auto found = find_word("甲出 生乙，出生", "出生");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].begin, 3U);
  EXPECT_EQ(found[0].end, 10U);
  for (const char* text : {"", "出", "出、生", "生出", "出         生"}) {
    EXPECT_TRUE(find_word(text, "出生").empty()) << text;
  }
}

TEST(WordingTest, DatesExistOrDoNot) {
  for (const char* date : {"19000101", "20000229", "19991231"}) EXPECT_TRUE(is_date(date)) << date;
  for (const char* date :
       {"19000229", "20010229", "19991301", "19991200", "19990001", "17991231", "22000101"}) {
    EXPECT_FALSE(is_date(date)) << date;
  }
}

TEST(WordingTest, MasksKeepTheEnds) {
  EXPECT_EQ(mask("13800138000", 3, 4, 4), "138****8000");
  EXPECT_EQ(mask("12", 1, 4, 1), "1****2");
}

TEST(WordingTest, NumbersAreReadWithoutALocale) {
  EXPECT_EQ(number_of("0012"), 12);
  EXPECT_EQ(number_of(""), 0);
  EXPECT_EQ(without_blanks(" a b\tc\r\n"), "abc");
}

}  // namespace
}  // namespace gongshi
