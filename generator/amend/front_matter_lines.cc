#include "generator/amend/front_matter_lines.h"

#include <cstddef>

namespace gongshi {
namespace {

constexpr std::string_view kFence = "+++";
constexpr std::string_view kFalse = "false";

// Where the line after the one at `begin` begins.
std::size_t next_line(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find('\n', begin);
  return end == std::string_view::npos ? text.size() : end + 1;
}

std::string_view without_end(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view line_at(std::string_view text, std::size_t begin) {
  return without_end(text.substr(begin, next_line(text, begin) - begin));
}

// Where line `number` begins, counted from 1.
std::optional<std::size_t> begin_of(std::string_view text, int number) {
  std::size_t begin = 0;
  for (int line = 1; line < number; ++line) {
    if (begin == text.size()) return std::nullopt;
    begin = next_line(text, begin);
  }
  if (number < 1 || begin == text.size()) return std::nullopt;
  return begin;
}

std::string with_ends_of(std::string_view text, std::string_view lines) {
  const bool carriage_returns = text.substr(0, next_line(text, 0)).ends_with("\r\n");
  std::string ended;
  for (const char c : lines) {
    if (c == '\n' && carriage_returns) ended += '\r';
    ended += c;
  }
  return ended;
}

std::string inserted(std::string_view text, std::size_t at, std::string_view lines) {
  return std::string(text.substr(0, at)) + with_ends_of(text, lines) + std::string(text.substr(at));
}

}  // namespace

std::optional<std::string> append_to_front_matter(std::string_view text, std::string_view lines) {
  if (line_at(text, 0) != kFence) return std::nullopt;
  std::size_t before = 0;
  for (std::size_t at = next_line(text, 0); at < text.size(); at = next_line(text, at)) {
    if (line_at(text, at) == kFence) {
      const bool apart = line_at(text, before).empty();
      return inserted(text, at, (apart ? "" : "\n") + std::string(lines));
    }
    before = at;
  }
  return std::nullopt;
}

std::optional<std::string> insert_after(std::string_view text, int line, std::string_view lines) {
  const auto begin = begin_of(text, line);
  if (!begin) return std::nullopt;
  return inserted(text, next_line(text, *begin), lines);
}

std::optional<std::string> set_true(std::string_view text, int line, std::string_view comment) {
  const auto begin = begin_of(text, line);
  if (!begin) return std::nullopt;
  const std::size_t equals = line_at(text, *begin).find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  const std::size_t value = text.find_first_not_of(" \t", *begin + equals + 1);
  if (value == std::string_view::npos || !text.substr(value).starts_with(kFalse)) {
    return std::nullopt;
  }
  std::string changed(text);
  changed.replace(value, kFalse.size(), "true");
  return inserted(changed, *begin, std::string(comment) + "\n");
}

}  // namespace gongshi
