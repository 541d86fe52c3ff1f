// What the values of headers have in common: names without case, which is ASCII's alone whatever
// the locale, and blanks around them.
#ifndef INTAKE_HTTP_HEADER_TEXT_H_
#define INTAKE_HTTP_HEADER_TEXT_H_

#include <algorithm>
#include <string_view>

namespace gongshi {

constexpr char ascii_lower(char c) {
  return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// `lower` is written in small letters.
constexpr bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower, {}, ascii_lower);
}

// A blank is a space or a tab.
constexpr bool is_header_blank(char c) { return c == ' ' || c == '\t'; }

constexpr std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_header_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_header_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace gongshi

#endif  // INTAKE_HTTP_HEADER_TEXT_H_
