#include "intake/seal/crockford.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <optional>

#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

constexpr std::array<std::string_view, 14> kSeparators = {
    " ", "\t",     "\r",     "\n",     "\u00A0", "\u3000",                       // blanks
    "-", "\u2010", "\u2011", "\u2013", "\u2014", "\u2015", "\u2212", "\uFF0D"};  // dashes

// Of the characters of the alphabet.
constexpr std::array<unsigned char, 256> kValues = [] {
  std::array<unsigned char, 256> values{};
  for (std::size_t i = 0; i < kCrockfordAlphabet.size(); ++i) {
    values[static_cast<unsigned char>(kCrockfordAlphabet[i])] = static_cast<unsigned char>(i);
  }
  return values;
}();

// U+FF01 to U+FF5E, which a Chinese input method writes, are ASCII 0x21 to 0x7E.
std::optional<char> ascii_of(std::string_view character) {
  if (character.size() == 1) return character.front();
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character.size() != 3 || byte(0) != 0xEF || (byte(1) != 0xBC && byte(1) != 0xBD)) {
    return std::nullopt;
  }
  const unsigned code_point = 0xF000U + ((byte(1) & 0x3FU) << 6U) + (byte(2) & 0x3FU);
  if (code_point < 0xFF01 || 0xFF5E < code_point) return std::nullopt;
  return static_cast<char>(code_point - 0xFF01 + 0x21);
}

// The character of the alphabet that is meant, or nothing.
std::optional<char> meant(std::string_view character) {
  const std::optional<char> ascii = ascii_of(character);
  if (!ascii) return std::nullopt;
  char c = *ascii;
  if ('a' <= c && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') c = '0';
  if (c == 'I' || c == 'L') c = '1';
  if (kCrockfordAlphabet.find(c) == std::string_view::npos) return std::nullopt;
  return c;
}

}  // namespace

Result<std::string> read_crockford(std::string_view typed) {
  if (first_invalid_utf8(typed)) {
    return failure(ErrorKind::Invalid, "输入中有无法识别的字节，请重新输入");
  }
  std::string read;
  while (!typed.empty()) {
    const std::string_view character = first_code_points(typed, 1);
    typed.remove_prefix(character.size());
    if (std::ranges::find(kSeparators, character) != kSeparators.end()) continue;
    const std::optional<char> c = meant(character);
    if (!c) {
      return failure(ErrorKind::Invalid,
                     fmt::format("不会有字符“{}”：只有数字和英文字母，没有字母 U", character));
    }
    read += *c;
  }
  return read;
}

// A Reed–Solomon check over GF(32): the weights of the positions are powers of a generator, so all
// of them differ and none is zero. The field is that of x^5 + x^2 + 1, where x generates.
char check_character(std::string_view text) {
  assert(text.size() <= kCheckedLengthMax);
  unsigned sum = 0;
  for (const char c : text) {
    const unsigned value = kValues[static_cast<unsigned char>(c)];
    assert(kCrockfordAlphabet[value] == c);
    sum = (sum ^ value) << 1U;
    if ((sum & 0b100000U) != 0) sum ^= 0b100101U;
  }
  return kCrockfordAlphabet[sum];
}

}  // namespace gongshi
