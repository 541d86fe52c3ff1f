#include "intake/desk/plain_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <iterator>

#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

enum class Lines { Keep, Join };

// U+2400 to U+241F picture the C0 controls, U+2421 pictures DEL.
std::string picture_of(unsigned char control) {
  const unsigned char last = control == 0x7F ? 0xA1 : static_cast<unsigned char>(0x80 + control);
  return {'\xE2', '\x90', static_cast<char>(last)};
}

bool is_ascii_control(unsigned char byte) { return byte < 0x20 || byte == 0x7F; }

// U+0080–U+009F, and the marks that reorder what stands after them: U+061C, U+200E, U+200F,
// U+202A–U+202E, U+2066–U+2069.
bool is_hidden_control(std::string_view character) {
  constexpr std::string_view kReorderingMarks[] = {"\u061C", "\u200E", "\u200F", "\u202A",
                                                   "\u202B", "\u202C", "\u202D", "\u202E",
                                                   "\u2066", "\u2067", "\u2068", "\u2069"};
  const bool is_c1 = character.size() == 2 && character[0] == '\xC2' &&
                     static_cast<unsigned char>(character[1]) < 0xA0;
  return is_c1 || std::ranges::find(kReorderingMarks, character) != std::end(kReorderingMarks);
}

std::string made_plain(std::string_view text, Lines lines) {
  std::string plain;
  plain.reserve(text.size());
  while (!text.empty()) {
    const std::string_view character = first_code_points(text, 1);
    text.remove_prefix(character.size());
    const auto byte = static_cast<unsigned char>(character[0]);
    const bool is_layout = (byte == '\n' || byte == '\t') && lines == Lines::Keep;
    if (is_ascii_control(byte) && !is_layout) {
      plain += picture_of(byte);
    } else if (is_hidden_control(character)) {
      plain += "\uFFFD";
    } else {
      plain += character;
    }
  }
  return plain;
}

std::string padded(std::string_view text, std::size_t columns) {
  return fmt::format("{:<{}}", text, columns);
}

// fmt pads by terminal columns and knows wide characters; how much it pads tells the width.
std::size_t columns_of(std::string_view text) {
  const std::size_t enough = 2 * text.size();
  return enough - (padded(text, enough).size() - text.size());
}

std::string row_line(const std::vector<std::string>& cells,
                     const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += padded(cells[i], widths[i] + 2);
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

}  // namespace

std::string plain_text(std::string_view text) { return made_plain(text, Lines::Keep); }

std::string plain_line(std::string_view text) { return made_plain(text, Lines::Join); }

std::string text_table(const std::vector<std::string>& headings,
                       const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::vector<std::string>> lines = {headings};
  lines.insert(lines.end(), rows.begin(), rows.end());
  std::vector<std::size_t> widths(headings.size(), 0);
  for (std::vector<std::string>& line : lines) {
    assert(line.size() == headings.size());
    for (std::size_t i = 0; i < line.size(); ++i) {
      line[i] = plain_line(line[i]);
      widths[i] = std::max(widths[i], columns_of(line[i]));
    }
  }
  std::string table;
  for (const std::vector<std::string>& line : lines) table += row_line(line, widths);
  return table;
}

}  // namespace gongshi
