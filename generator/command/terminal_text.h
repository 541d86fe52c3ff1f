// Text of content as a terminal may show it: nothing that steers the terminal, turns the order of
// characters round, or cannot be seen gets through; and how many columns each character takes.
#ifndef GENERATOR_COMMAND_TERMINAL_TEXT_H_
#define GENERATOR_COMMAND_TERMINAL_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

// One character as it is shown. CJK takes two columns, a combining mark none.
struct Glyph {
  std::string shown;
  int columns = 1;

  bool operator==(const Glyph&) const = default;
};

// One for each character of `text`, which may be any bytes. A tab is kTabColumns blanks; a control
// character is its picture ("␛", U+2400 and on); invisible and direction-changing characters and
// bytes that are not UTF-8 are "�".
inline constexpr int kTabColumns = 4;
std::vector<Glyph> glyphs_of(std::string_view text);

// The same in one piece: safe to print, on one line.
std::string terminal_text(std::string_view text);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_TERMINAL_TEXT_H_
