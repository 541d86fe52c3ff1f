#include "generator/scan/source_text.h"

#include <gtest/gtest.h>

#include <string>

#include "generator/scan/scanner.h"

namespace gongshi {
namespace {

TEST(SourceTextTest, EscapesHideNothing) {
  struct Case {
    const char* text;
    int line;
    int column;
  };
  const Case cases[] = {
      {"电话13800138000", 1, 3},
      {"甲\n[电话](tel:%313800138000)\n", 2, 10},
      {"甲\n[电话](tel:1380013800%30)\n", 2, 10},
      {"<mailto:138%30%3013800%30@example.cn>", 1, 9},
      {"138%2D0013%2D8000", 1, 1},
      {"&#49;3800138000", 1, 1},
      {"𬱖：&#x31;&#x33;800138000", 1, 3},
      {"&#37;313800138000", 1, 1},  // a reference that spells an address that spells a digit
      {"50% 的人，电话 &#49;3800138000", 1, 11},
      {"%E7%94%B5%E8%AF%9D%31%33800138000", 1, 19},
      {"138&#48;0138000\r\n", 1, 1},
  };
  for (const Case& c : cases) {
    const auto found = scan_source(c.text, Zone::Page);
    ASSERT_EQ(found.size(), 1U) << c.text;
    EXPECT_EQ(found[0].kind, FindingKind::MobileNumber) << c.text;
    EXPECT_EQ(found[0].masked, "138****8000") << c.text;
    EXPECT_EQ(found[0].line, c.line) << c.text;
    EXPECT_EQ(found[0].column, c.column) << c.text;
  }
}

TEST(SourceTextTest, SignsThatAreNoEscapesHideNoneAndCountAsLines) {
  for (std::size_t before = 0; before < 20; ++before) {
    const std::string text = std::string(before, 'x') + "?a=1&b=2 50%\n\nx&amp;y\n&&%%\n";
    const auto found = scan_source(text + "x 100% 电话&#49;3800138000", Zone::Page);
    ASSERT_EQ(found.size(), 1U) << before;
    EXPECT_EQ(found[0].line, 5);
    EXPECT_EQ(found[0].column, 10);
    EXPECT_EQ(found[0].offset, text.size() + std::string_view("x 100% 电话").size());
  }
}

TEST(SourceTextTest, OneValueSpelledBothWaysOnALineIsOneFinding) {
  EXPECT_EQ(scan_source("[13800138000](tel:%313800138000)", Zone::Page).size(), 1U);
  EXPECT_EQ(scan_source("%313800138000 &#49;3800138000", Zone::Page).size(), 1U);
  EXPECT_EQ(scan_source("13800138000\n%313800138000", Zone::Page).size(), 2U);
  EXPECT_EQ(scan_source("%313800138000 13900139000", Zone::Page).size(), 2U);
}

TEST(SourceTextTest, FindsWhatScanTextFindsWithTheSamePlaces) {
  const std::string text =
      "身份证号：110101190001010006，电话 13800138000\r\n电话：&amp;0351-1234567\n";
  const auto plain = scan_text(text, Zone::Page);
  ASSERT_EQ(plain.size(), 3U);
  EXPECT_EQ(scan_source(text, Zone::Page), plain);
}

TEST(SourceTextTest, PercentagesAndAmpersandsAreNotEscapes) {
  for (const char* text :
       {"", "%", "%3", "100%", "20%以上", "AT&T", "&&&", "%%%", "%G1", "a&b=%zz"}) {
    EXPECT_TRUE(scan_source(text, Zone::Page).empty()) << text;
  }
}

// Comparing each with each would take minutes.
TEST(SourceTextTest, ManyEscapedValuesAreReadInOneWalk) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "%31380013" + std::to_string(8000 + i % 1000) + "\n";
  EXPECT_EQ(scan_source(text, Zone::Page).size(), 100'000U);
}

}  // namespace
}  // namespace gongshi
