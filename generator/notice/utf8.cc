#include "generator/notice/utf8.h"

#include <algorithm>
#include <array>

namespace gongshi {
namespace {

unsigned byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// What the second byte may be depends on the first: that is where overlong forms, surrogates and
// values past U+10FFFF are refused (Unicode, table 3-7).
struct SecondByte {
  unsigned low, high;
};

SecondByte second_byte_after(unsigned lead) {
  switch (lead) {
    case 0xE0:
      return {0xA0, 0xBF};
    case 0xED:
      return {0x80, 0x9F};
    case 0xF0:
      return {0x90, 0xBF};
    case 0xF4:
      return {0x80, 0x8F};
    default:
      return {0x80, 0xBF};
  }
}

// Bytes in the character that starts at `i`, 0 when none does.
std::size_t sequence_length(std::string_view text, std::size_t i) {
  const unsigned lead = byte_at(text, i);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || 0xF4 < lead) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - i < length) return 0;
  const SecondByte second = second_byte_after(lead);
  if (byte_at(text, i + 1) < second.low || second.high < byte_at(text, i + 1)) return 0;
  const std::string_view rest = text.substr(i + 2, length - 2);
  return std::ranges::all_of(rest, is_continuation) ? length : 0;
}

// Past ASCII and the three bytes of Han, kana and the like: nearly all of any text, and valid at a
// glance.
std::size_t past_plain(std::string_view text, std::size_t i) {
  while (i < text.size()) {
    const unsigned lead = byte_at(text, i);
    if (lead < 0x80) {
      ++i;
    } else if (0xE1 <= lead && lead <= 0xEC && text.size() - i >= 3 &&
               is_continuation(text[i + 1]) && is_continuation(text[i + 2])) {
      i += 3;
    } else {
      break;
    }
  }
  return i;
}

bool is_stray_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

constexpr std::array<std::string_view, 9> kBlanks = {" ",  "\t",     "\n",     "\r",    "\v",
                                                     "\f", "\u00A0", "\u3000", "\uFEFF"};

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t i = past_plain(text, 0); i < text.size(); i = past_plain(text, i)) {
    const std::size_t length = sequence_length(text, i);
    if (length == 0) return i;
    i += length;
  }
  return std::nullopt;
}

std::optional<std::size_t> first_control_character(std::string_view text) {
  const auto* found = std::ranges::find_if(text, is_stray_control);
  if (found == text.end()) return std::nullopt;
  return static_cast<std::size_t>(found - text.begin());
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return !is_continuation(c); }));
}

std::string_view first_code_points(std::string_view text, std::size_t count) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_continuation(text[i]) && seen++ == count) return text.substr(0, i);
  }
  return text;
}

std::string fold_line_ends(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (auto cut = text.find('\r'); cut != text.npos; cut = text.find('\r')) {
    folded.append(text.substr(0, cut)).push_back('\n');
    text.remove_prefix(cut + 1);
    if (text.starts_with('\n')) text.remove_prefix(1);
  }
  return folded.append(text);
}

std::string_view trim_blanks(std::string_view text) {
  const auto starts = [&](std::string_view blank) { return text.starts_with(blank); };
  const auto ends = [&](std::string_view blank) { return text.ends_with(blank); };
  for (const auto* it = std::ranges::find_if(kBlanks, starts); it != kBlanks.end();
       it = std::ranges::find_if(kBlanks, starts)) {
    text.remove_prefix(it->size());
  }
  for (const auto* it = std::ranges::find_if(kBlanks, ends); it != kBlanks.end();
       it = std::ranges::find_if(kBlanks, ends)) {
    text.remove_suffix(it->size());
  }
  return text;
}

}  // namespace gongshi
