#include "generator/notice/toml_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace gongshi {
namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

std::string escaped(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\t':
      return "\\t";
    default:
      return fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
  }
}

// A literal string knows no escapes, so it cannot hold everything.
bool fits_literal(std::string_view text) {
  const bool has_control =
      std::ranges::any_of(text, [](char c) { return is_control(c) && c != '\n'; });
  return text.ends_with('\n') && !has_control && text.find("'''") == std::string_view::npos;
}

}  // namespace

std::string toml_text(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\' || is_control(c)) {
      quoted += escaped(c);
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

std::string toml_lines(std::string_view text) {
  return fits_literal(text) ? fmt::format("'''\n{}'''", text) : toml_text(text);
}

}  // namespace gongshi
