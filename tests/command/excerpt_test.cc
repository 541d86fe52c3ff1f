#include "generator/command/excerpt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generator/command/terminal_text.h"
#include "generator/scan/finding.h"

namespace gongshi {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

std::string at(std::string_view line, int column) {
  return excerpt(line, {.file = "x", .line = 12, .column = column}, Colour::Never);
}

TEST(ExcerptTest, TheCaretStandsUnderThePlace) {
  EXPECT_EQ(at("closes = 2018-06-27", 10),
            "    12 | closes = 2018-06-27\n"
            "       |          ^\n");
  EXPECT_EQ(at("标题 = 'x'", 6),
            "    12 | 标题 = 'x'\n"
            "       |        ^\n");
  EXPECT_EQ(at("\ta\tb", 4),
            "    12 |     a    b\n"
            "       |          ^\n");
  EXPECT_EQ(at("张𬱖\x1b[2J,e\u0301,", 9),
            "    12 | 张𬱖␛[2J,e\u0301,\n"
            "       |           ^\n");
  EXPECT_EQ(excerpt("x", {.file = "x", .line = 1'234'567, .column = 1}, Colour::Never),
            "1234567 | x\n"
            "        | ^\n");
}

TEST(ExcerptTest, APlaceBeyondTheLineIsItsEnd) {
  EXPECT_EQ(at("", 1), "    12 | \n       | ^\n");
  EXPECT_EQ(at("ab", 3), "    12 | ab\n       |   ^\n");
  EXPECT_EQ(at("ab", 99), "    12 | ab\n       |   ^\n");
  EXPECT_EQ(at("ab", 0), "    12 | ab\n       | ^\n");
}

// The line above the caret, without the number before it.
std::string shown(const std::string& excerpt) { return excerpt.substr(9, excerpt.find('\n') - 9); }

int columns(std::string_view text) {
  int columns = 0;
  for (const Glyph& glyph : glyphs_of(text)) columns += glyph.columns;
  return columns;
}

TEST(ExcerptTest, ALongLineIsCutAroundThePlace) {
  const std::string line = std::string(80, 'a') + "X" + std::string(80, 'b');
  EXPECT_EQ(shown(at(line, 81)), "…" + std::string(50, 'a') + "X" + std::string(49, 'b') + "…");
  EXPECT_EQ(shown(at(line, 1)), std::string(80, 'a') + "X" + std::string(19, 'b') + "…");
  EXPECT_EQ(shown(at(line, 162)), "…" + std::string(19, 'a') + "X" + std::string(80, 'b'));
  EXPECT_EQ(shown(at(std::string(100, 'a'), 60)), std::string(100, 'a')) << "just short enough";
}

TEST(ExcerptTest, AVeryLongLineIsCutWithoutReadingItAll) {
  std::string line;
  for (int i = 0; i < 1'000'000; ++i) line += "长";
  const std::string found = at(line, 500'000);
  EXPECT_LE(columns(shown(found)), kExcerptColumnsMax + 2);
  EXPECT_THAT(shown(found), testing::AllOf(StartsWith("…长"), EndsWith("长…")));
  EXPECT_EQ(found.size() - found.rfind('|'), 2 + 1 + 50 + 2U) << "“| ”, …, the half, “^” and LF";
}

TEST(ExcerptTest, MarksThatPileUpDoNotMakeItLong) {
  std::string line = "x";
  for (int i = 0; i < 100'000; ++i) line += "\u0301";
  EXPECT_LT(at(line, 50'000).size(), 2'000U);
}

// Every kind of finding, with both forms of its code.
TEST(ExcerptTest, PersonalDataIsNotQuoted) {
  for (int kind = 0; !to_text(static_cast<FindingKind>(kind)).empty(); ++kind) {
    const std::string code(to_text(static_cast<FindingKind>(kind)));
    EXPECT_FALSE(may_be_quoted(code)) << code;
    EXPECT_FALSE(may_be_quoted(code + "-suspect")) << code;
  }
  EXPECT_FALSE(may_be_quoted("forbidden-column"));
  for (const char* code : {"toml-syntax", "unknown-column", "review-missing", "", "-suspect"}) {
    EXPECT_TRUE(may_be_quoted(code)) << code;
  }
}

// Another problem may stand in a line that has personal data.
TEST(ExcerptTest, ALineWithPersonalDataNearThePlaceIsNotShown) {
  const std::string id = "11010519491231002X";
  EXPECT_EQ(at("zhang," + id + ",", 1), "");
  EXPECT_EQ(at("张三，13800138000", 4), "");
  EXPECT_EQ(at(std::string(60, 'a') + id + std::string(60, 'b'), 70), "") << "within the number";
  EXPECT_EQ(at(std::string(110, 'a') + id, 1), "") << "at the edge of what is shown";
  EXPECT_THAT(at("value = \"0351-4019050\"", 9), HasSubstr("0351-4019050"));
  EXPECT_THAT(at(id + std::string(500, 'a'), 500), HasSubstr("aaa")) << "far away, and not shown";
}

TEST(ExcerptTest, OnlyTheCaretIsInColour) {
  EXPECT_EQ(excerpt("ab", {.file = "x", .line = 1, .column = 2}, Colour::Always),
            "     1 | ab\n       |  \x1b[1;32m^\x1b[0m\n");
}

}  // namespace
}  // namespace gongshi
