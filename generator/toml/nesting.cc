#include "generator/toml/nesting.h"

#include <algorithm>

namespace gongshi {
namespace {

// Where the string that opens at `open` ends: past its closing quotes, or at the end of the line or
// the text when it has none, where the library stops too.
std::size_t end_of_string(std::string_view toml, std::size_t open) {
  const char quote = toml[open];
  const bool is_long = toml.substr(open, 3) == std::string_view("\"\"\"") ||
                       toml.substr(open, 3) == std::string_view("'''");
  const std::size_t quotes = is_long ? 3 : 1;
  for (std::size_t i = open + quotes; i < toml.size(); ++i) {
    if (toml[i] == '\\' && quote == '"') {
      ++i;
    } else if (toml[i] == '\n' && !is_long) {
      return i;
    } else if (toml[i] == quote && toml.substr(i, quotes) == toml.substr(open, quotes)) {
      i += quotes;  // a long string may end in two quotes of its own
      while (is_long && i < toml.size() && toml[i] == quote) ++i;
      return i;
    }
  }
  return toml.size();
}

}  // namespace

std::optional<std::size_t> first_overlong_key(std::string_view toml) {
  constexpr std::string_view kBetweenKeys = "=,[]{}\n";
  int parts = 1;
  for (std::size_t i = 0; i < toml.size();) {
    const char c = toml[i];
    if (c == '"' || c == '\'') {
      i = end_of_string(toml, i);
      continue;
    }
    if (c == '#') {
      i = std::min(toml.find('\n', i), toml.size());
      continue;
    }
    if (c == '.' && ++parts > kKeyPartsMax) return i;
    if (kBetweenKeys.find(c) != std::string_view::npos) parts = 1;
    ++i;
  }
  return std::nullopt;
}

}  // namespace gongshi
