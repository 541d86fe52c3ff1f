#include "generator/command/terminal_text.h"

#include <utf8proc.h>

#include <array>
#include <cstddef>

namespace gongshi {
namespace {

constexpr const char* kReplacement = "\uFFFD";

std::string encoded(utf8proc_int32_t character) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(character, bytes.data());
  return {bytes.begin(), bytes.begin() + size};
}

// The picture of a control character below U+0020.
std::string picture_of(utf8proc_int32_t control) { return encoded(0x2400 + control); }

bool is_hidden(utf8proc_int32_t character) {
  switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:  // zero width, and what turns the direction of writing
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    default:
      return false;
  }
}

// Planes 2 and 3 hold rare ideographs and nothing else: wide even when newer than the library.
int columns_of(utf8proc_int32_t character) {
  const bool is_rare_ideograph = 0x20000 <= character && character < 0x40000;
  return is_rare_ideograph ? 2 : utf8proc_charwidth(character);
}

Glyph glyph_of(utf8proc_int32_t character) {
  if (character == '\t') {
    return {.shown = std::string(kTabColumns, ' '), .columns = kTabColumns};
  }
  if (character < 0x20) return {.shown = picture_of(character), .columns = 1};
  if (character == 0x7F) return {.shown = "\u2421", .columns = 1};
  if (is_hidden(character)) return {.shown = kReplacement, .columns = 1};
  return {.shown = encoded(character), .columns = columns_of(character)};
}

}  // namespace

std::vector<Glyph> glyphs_of(std::string_view text) {
  std::vector<Glyph> glyphs;
  while (!text.empty()) {
    utf8proc_int32_t character = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &character);
    glyphs.push_back(size > 0 ? glyph_of(character) : Glyph{.shown = kReplacement, .columns = 1});
    text.remove_prefix(size > 0 ? static_cast<std::size_t>(size) : 1);
  }
  return glyphs;
}

std::string terminal_text(std::string_view text) {
  std::string shown;
  for (const Glyph& glyph : glyphs_of(text)) shown += glyph.shown;
  return shown;
}

}  // namespace gongshi
