#include "generator/command/terminal_text.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

struct Case {
  std::string_view text;
  std::string_view shown;
  int columns;
};

const Case kCases[] = {
    {"", "", 0},
    {"a 1", "a 1", 3},
    {"公示", "公示", 4},
    {"，“（", "，“（", 5},            // quotation marks are narrow, other full-width signs are not
    {"e\u0301", "e\u0301", 1},        // a combining mark sits on its letter
    {"张𬱖", "张𬱖", 4},        // beyond the BMP
    {"\U000323B0", "\U000323B0", 2},  // an ideograph that is newer than the library
    {"葛\U000E0100", "葛\U000E0100", 2},  // a variant of the character, as written
    {"\t", "    ", 4},
    {"\x1b[31m", "␛[31m", 5},
    {std::string_view("\0", 1), "␀", 1},
    {"\r\n\x7F", "␍␊␡", 3},
    {"\u009B31m", "�31m", 4},          // the eight-bit form of ESC [
    {"a\u202Eb", "a�b", 3},            // what follows would read backwards
    {"\u200B\uFEFF\u2028", "���", 3},  // invisible
    {"\xFF", "�", 1},
    {"\xE5\x85", "��", 2},       // a character cut short
    {"\xED\xA0\x80", "���", 3},  // half of a surrogate pair
};

TEST(TerminalTextTest, ShowsWhatIsThereAndNothingThatSteers) {
  for (const Case& c : kCases) {
    EXPECT_EQ(terminal_text(c.text), c.shown);
    int columns = 0;
    for (const Glyph& glyph : glyphs_of(c.text)) columns += glyph.columns;
    EXPECT_EQ(columns, c.columns) << c.shown;
  }
}

TEST(TerminalTextTest, NoByteGetsThroughThatATerminalObeys) {
  std::string every;
  for (int byte = 0; byte < 256; ++byte) every += static_cast<char>(byte);
  for (const char c : terminal_text(every)) {
    const auto byte = static_cast<unsigned char>(c);
    EXPECT_TRUE(0x20 <= byte && byte != 0x7F) << static_cast<int>(byte);
  }
}

}  // namespace
}  // namespace gongshi
