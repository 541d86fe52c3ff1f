#include "intake/desk/plain_text.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(PlainTextTest, WhatMovesACursorBecomesAPicture) {
  EXPECT_EQ(plain_text("\x1B[2J清屏"), "␛[2J清屏");
  EXPECT_EQ(plain_text(std::string_view("a\0b\x7F\r\b", 6)), "a␀b␡␍␈");
  EXPECT_EQ(plain_text("\u009B31m"), "\uFFFD31m");
  EXPECT_EQ(plain_text("甲\u202E乙\u2066丙\u200F"), "甲\uFFFD乙\uFFFD丙\uFFFD");
}

TEST(PlainTextTest, EverythingElseStaysAsWritten) {
  constexpr std::string_view kText = "阿卜杜·𬱖\n\t“引号” é e\u0301 👍\u3000";
  EXPECT_EQ(plain_text(kText), kText);
  EXPECT_EQ(plain_text(""), "");
}

TEST(PlainTextTest, ALineHasNoLineEnds) { EXPECT_EQ(plain_line("a\nb\tc"), "a␊b␉c"); }

TEST(PlainTextTest, ColumnsStandUnderEachOtherWhateverTheScript) {
  EXPECT_EQ(
      text_table({"号", "名", "状态"}, {{"1", "𬱖某某", "待处理"}, {"1234", "a", "已办结"}}),
      "号    名      状态\n"
      "1     𬱖某某  待处理\n"
      "1234  a       已办结\n");
}

TEST(PlainTextTest, ATableOfNothingIsItsHeadings) {
  EXPECT_EQ(text_table({"a", "b"}, {}), "a  b\n");
}

TEST(PlainTextTest, ACellCannotBreakItsRow) {
  EXPECT_EQ(text_table({"a", "b"}, {{"x\ny", ""}}), "a    b\nx␊y\n");
}

}  // namespace
}  // namespace gongshi
