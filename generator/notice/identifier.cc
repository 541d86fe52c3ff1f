#include "generator/notice/identifier.h"

#include <fmt/format.h>

#include <algorithm>

namespace gongshi {
namespace {

bool is_letter_or_digit(char c) { return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9'); }

}  // namespace

bool is_identifier(std::string_view text) {
  if (text.empty() || text.size() > kIdentifierLengthMax) return false;
  if (!is_letter_or_digit(text.front()) || !is_letter_or_digit(text.back())) return false;
  return std::ranges::all_of(text, [](char c) { return c == '-' || is_letter_or_digit(c); });
}

Error not_an_identifier(std::string_view text) {
  return Error{
      ErrorKind::Invalid,
      fmt::format("“{}”不能作编号：只能用小写字母、数字和连字符，首尾不能是连字符，最长 {} 个字符",
                  text, kIdentifierLengthMax)};
}

}  // namespace gongshi
