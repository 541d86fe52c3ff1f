#include "generator/scan/wording.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <iterator>
#include <optional>

namespace gongshi {
namespace {

bool is_blank(char c) { return c == ' ' || ('\t' <= c && c <= '\r'); }

std::size_t size_of_character(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// The end of `word` when it stands at `at`, blanks between its characters allowed.
std::optional<std::size_t> end_of_word(std::string_view text, std::string_view word,
                                       std::size_t at) {
  constexpr std::size_t kBlanksMax = 8;
  while (!word.empty()) {
    const std::size_t size = size_of_character(word.front());
    if (text.substr(at, size) != word.substr(0, size)) return std::nullopt;
    word.remove_prefix(size);
    at += size;
    if (word.empty()) break;
    const std::size_t stop = std::min(text.size(), at + kBlanksMax);
    while (at < stop && is_blank(text[at])) ++at;
  }
  return at;
}

}  // namespace

std::vector<Span> find_word(std::string_view text, std::string_view word) {
  std::vector<Span> found;
  const std::string_view first = word.substr(0, size_of_character(word.front()));
  for (std::size_t at = text.find(first); at != std::string_view::npos;
       at = text.find(first, at + 1)) {
    if (const auto end = end_of_word(text, word, at)) found.push_back({at, *end});
  }
  return found;
}

std::string without_blanks(std::string_view text) {
  std::string kept;
  std::ranges::remove_copy_if(text, std::back_inserter(kept), is_blank);
  return kept;
}

int number_of(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

bool is_date(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  return 1800 <= year && year < 2200 && date.ok();
}

bool is_date(std::string_view eight_digits) {
  return is_date(number_of(eight_digits.substr(0, 4)), number_of(eight_digits.substr(4, 2)),
                 number_of(eight_digits.substr(6, 2)));
}

std::string mask(std::string_view value, std::size_t first, std::size_t stars, std::size_t last) {
  std::string masked(value.substr(0, first));
  masked.append(stars, '*');
  masked += value.substr(value.size() - std::min(last, value.size()));
  return masked;
}

}  // namespace gongshi
