// Whether a line holds digits enough, and near enough to each other, for a number that a person can
// be called or known by.
#ifndef GENERATOR_SCAN_JOINED_DIGITS_H_
#define GENERATOR_SCAN_JOINED_DIGITS_H_

#include <array>
#include <cstddef>
#include <string_view>

namespace gongshi {

// With fewer digits in all a line holds no such number.
inline constexpr std::size_t kHotlineDigits = 5;

// What may stand between the digits of one number, besides " -._()+".
inline constexpr std::array<std::string_view, 7> kDigitSeparators = {
    "\u00B7", "\u2013", "\u2014", "\u3000", "\uFF08", "\uFF09", "\uFF0D"};

// Ten digits with at most three separators from each to the next (an area code and a telephone);
// seven with nothing between them (a telephone); or five that begin as hotlines do, "123". A date
// is none of these. Digits are ASCII; any bytes will do.
bool holds_joined_digits(std::string_view line);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_JOINED_DIGITS_H_
