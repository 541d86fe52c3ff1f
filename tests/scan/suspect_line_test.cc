#include "generator/scan/suspect_line.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/scan/example_table.h"

namespace gongshi {
namespace {

TEST(SuspectLineTest, InnocentTextIsPassedOver) {
  for (const char* text :
       {"", "\n\n", "现将推荐对象予以公示。", "公示期为5个工作日（2017年6月21日至2017年6月27日）",
        "人社部函〔2017〕57号，“先进集体”——2个", "plain ASCII, 1234 and 5678", "1,2,3,4,5,6,7",
        "2017-06-21", "邮编030002", "p00001,张某", "共54321元"}) {
    EXPECT_TRUE(suspect_lines(text).empty()) << text;
  }
}

TEST(SuspectLineTest, SaysWhichLineAndWhy) {
  const std::string_view text = "甲\n电话 12345\n乙\n姓名\t身份\n证号\n";
  const auto lines = suspect_lines(text);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].number, 2);
  EXPECT_EQ(text.substr(lines[0].begin, lines[0].end - lines[0].begin), "电话 12345");
  EXPECT_TRUE(lines[0].values);
  EXPECT_EQ(lines[1].number, 4);
  EXPECT_FALSE(lines[1].values);
  EXPECT_TRUE(lines[1].headers);
}

TEST(SuspectLineTest, DisguisesAreReadClosely) {
  for (const char* text : {"１", "①", "＠", "²", "𝟏", "⽣", "1\u200B2", "Ⅹ", "é"}) {
    ASSERT_EQ(suspect_lines(text).size(), 1U) << text;
    EXPECT_TRUE(suspect_lines(text)[0].values) << text;
  }
}

// What the detectors find, this pass must not hide from them.
TEST(SuspectLineTest, EveryLeakOfTheTableIsSuspect) {
  for (const ExampleRow& row : read_examples("leaks.txt", 5)) {
    EXPECT_FALSE(suspect_lines(row.fields[4]).empty()) << "leaks.txt:" << row.line;
  }
}

TEST(SuspectLineTest, ABrokenCharacterDoesNotSwallowTheLineEnd) {
  const auto lines = suspect_lines("\xE4\n\xE4\xB8\n12345");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].number, 3);
}

}  // namespace
}  // namespace gongshi
