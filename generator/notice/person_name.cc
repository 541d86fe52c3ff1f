#include "generator/notice/person_name.h"

#include <cstddef>
#include <string>

#include "generator/notice/folded_text.h"

namespace gongshi {
namespace {

// Chinese of the common block alone: its own folded form. Most names are, and a hundred thousand
// objections are read in one go.
bool is_plain(std::string_view name) {
  if (name.empty() || name.size() % 3 != 0) return false;
  for (std::size_t i = 0; i < name.size(); i += 3) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(name[i + at]); };
    const bool is_ideograph =
        byte(0) == 0xE4 ? byte(1) >= 0xB8 : 0xE5 <= byte(0) && byte(0) <= 0xE9;
    if (!is_ideograph || (byte(1) & 0xC0U) != 0x80U || (byte(2) & 0xC0U) != 0x80U) return false;
  }
  return true;
}

}  // namespace

bool is_same_person(std::string_view one, std::string_view other) {
  if (one == other) return true;
  if (is_plain(one) && is_plain(other)) return false;
  const std::string letters = fold_letters(one);
  return !letters.empty() && letters == fold_letters(other);
}

}  // namespace gongshi
