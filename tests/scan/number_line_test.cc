#include "generator/scan/number_line.h"

#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

TEST(NumberLineTest, SeparatorsJoinAndOtherThingsPart) {
  for (const char* text :
       {"138 0013", "138-0013", "138—0013", "138 - 0013", "138·0013", "138_0013"}) {
    EXPECT_TRUE(NumberLine(text).has_shape(0, {3, 4})) << text;
    EXPECT_EQ(NumberLine(text).digits(0, 2), "1380013") << text;
  }
  for (const char* text :
       {"138    0013", "138,0013", "138号0013", "138*0013", "138\t0013", "138a0013"}) {
    EXPECT_FALSE(NumberLine(text).has_shape(0, {3, 4})) << text;
  }
}

TEST(NumberLineTest, ShapesAreExact) {
  const NumberLine line("138 0013 8000");
  EXPECT_TRUE(line.has_shape(0, {3, 4, 4}));
  EXPECT_TRUE(line.has_shape(1, {4, 4}));
  EXPECT_FALSE(line.has_shape(0, {3, 4, 5}));
  EXPECT_FALSE(line.has_shape(1, {4, 4, 1}));
}

TEST(NumberLineTest, KnowsTheWordAroundARun) {
  const NumberLine line("ab123c 456");
  ASSERT_EQ(line.runs().size(), 2U);
  EXPECT_FALSE(line.runs()[0].stands_alone());
  EXPECT_EQ(line.runs()[0].word_begin, 0U);
  EXPECT_EQ(line.runs()[0].word_end, 6U);
  EXPECT_TRUE(line.runs()[1].stands_alone());
}

TEST(NumberLineTest, DigestsHoldNoRuns) {
  EXPECT_TRUE(NumberLine("a13800138000bcdef0123456789abcdef").runs().empty());
  EXPECT_FALSE(NumberLine("a13800138000bcdef").runs().empty());
  EXPECT_FALSE(NumberLine("12345678901234567890123456789012").runs().empty()) << "no letter";
}

TEST(NumberLineTest, LabelsStandBeforeTheNumberAndMayBeSpaced) {
  EXPECT_TRUE(NumberLine("索 引 号 ：015000185").is_filing_number(0));
  EXPECT_FALSE(NumberLine("015000185，索引号").is_filing_number(0));
  EXPECT_FALSE(
      NumberLine("索引号见第一页；下面这一串数字同它完全没有关系：015000185").is_filing_number(0));
}

TEST(NumberLineTest, KnowsAMask) {
  EXPECT_TRUE(NumberLine("1380013****").is_masked(0));
  EXPECT_TRUE(NumberLine("****1234").is_masked(0));
  EXPECT_FALSE(NumberLine("1380013").is_masked(0));
}

}  // namespace
}  // namespace gongshi
