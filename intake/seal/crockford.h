// Crockford's base 32, as people read it out and type it: digits and capitals without I, L, O and
// U. Receipt codes and receipt numbers are written in it and end in a check character.
#ifndef INTAKE_SEAL_CROCKFORD_H_
#define INTAKE_SEAL_CROCKFORD_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "generator/notice/error.h"

namespace gongshi {

inline constexpr std::string_view kCrockfordAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// What was typed, as characters of the alphabet alone. Forgives case, full-width forms, blanks,
// hyphens and dashes, and takes O for 0, I and L for 1. Invalid for any other character, with a
// Chinese sentence that shows it.
Result<std::string> read_crockford(std::string_view typed);

// The longest text that a check character protects in full.
inline constexpr std::size_t kCheckedLengthMax = 30;

// The check character of up to kCheckedLengthMax characters of the alphabet. One wrong character,
// or any two that changed places, the check character included, never fits.
char check_character(std::string_view text);

}  // namespace gongshi

#endif  // INTAKE_SEAL_CROCKFORD_H_
