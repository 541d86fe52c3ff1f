// Letters, digits and words in normalised text. ASCII only where it says so, and no locale.
#ifndef GENERATOR_SCAN_WORDING_H_
#define GENERATOR_SCAN_WORDING_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

constexpr bool is_digit(char c) { return '0' <= c && c <= '9'; }
constexpr bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }
constexpr bool is_letter_or_digit(char c) { return is_digit(c) || is_letter(c); }
constexpr char upper(char c) { return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// Half open, in bytes.
struct Span {
  std::size_t begin = 0, end = 0;
};

// Where `word` stands in `text`, blanks between its characters allowed: "出  生".
std::vector<Span> find_word(std::string_view text, std::string_view word);

// Without ASCII white space.
std::string without_blanks(std::string_view text);

// The number that 1 to 9 ASCII digits spell; requires nothing else.
int number_of(std::string_view digits);

// Year, month and day exist together, in 1800–2199.
bool is_date(int year, int month, int day);
// "19900101".
bool is_date(std::string_view eight_digits);

// `first` characters and `last` characters of ASCII `value` with `stars` between them. The number
// of stars is the caller's, so that a mask need not tell a length.
std::string mask(std::string_view value, std::size_t first, std::size_t stars, std::size_t last);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_WORDING_H_
