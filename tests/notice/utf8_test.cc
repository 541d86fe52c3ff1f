#include "generator/notice/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace gongshi {
namespace {

TEST(Utf8Test, RareCharactersAreValidAndCountOne) {
  const std::string_view text = "𬱖㛃〇·a";
  EXPECT_EQ(first_invalid_utf8(text), std::nullopt);
  EXPECT_EQ(count_code_points(text), 5U);
}

TEST(Utf8Test, SaysWhereTextStopsBeingUtf8) {
  struct Case {
    std::string_view bytes;
    std::size_t at;
  };
  constexpr Case kCases[] = {{"\x80", 0},
                             {"a\xC0\x80", 1},
                             {"ab\xC1\xBF", 2},
                             {"\xE0\x80\x80", 0},
                             {"\xED\xA0\x80", 0},
                             {"\xF0\x80\x80\x80", 0},
                             {"\xF4\x90\x80\x80", 0},
                             {"\xF5\x80\x80\x80", 0},
                             {"\xE4\xB8", 0},
                             {"中\xE4\xB8", 3},
                             {"\xE4\xB8\x41", 0},
                             {"\xFF", 0}};
  for (const Case& c : kCases) EXPECT_EQ(first_invalid_utf8(c.bytes), c.at);
}

TEST(Utf8Test, FindsControlCharactersButNotLineEnds) {
  EXPECT_EQ(first_control_character("文\t\r\n𬱖\u0085"), std::nullopt);
  EXPECT_EQ(first_control_character(std::string_view("文\0", 4)), 3U);
  EXPECT_EQ(first_control_character("\x1B[31m"), 0U);
  EXPECT_EQ(first_control_character("ab\x7F"), 2U);
}

TEST(Utf8Test, CutsBetweenCharacters) {
  EXPECT_EQ(first_code_points("𬱖㛃〇", 2), "𬱖㛃");
  EXPECT_EQ(first_code_points("ab", 5), "ab");
  EXPECT_EQ(first_code_points("ab", 0), "");
}

TEST(Utf8Test, LineEndsCountOnce) {
  EXPECT_EQ(fold_line_ends("a\r\nb\rc\nd\r\r\n"), "a\nb\nc\nd\n\n");
  EXPECT_EQ(fold_line_ends(""), "");
}

TEST(Utf8Test, TrimsTheBlanksThatPeoplePaste) {
  EXPECT_EQ(trim_blanks("\u3000 \t张三\u00A0\r\n\uFEFF"), "张三");
  EXPECT_EQ(trim_blanks(" \u3000"), "");
  EXPECT_EQ(trim_blanks("a b"), "a b");
}

}  // namespace
}  // namespace gongshi
