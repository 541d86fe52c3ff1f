#include "generator/notice/folded_text.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace gongshi {
namespace {

struct Free {
  void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }
};

const utf8proc_uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

bool is_letter(utf8proc_int32_t character) {
  switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

std::string letters_of(std::string_view folded) {
  std::string letters;
  while (!folded.empty()) {
    utf8proc_int32_t character = 0;
    const auto size = utf8proc_iterate(bytes_of(folded),
                                       static_cast<utf8proc_ssize_t>(folded.size()), &character);
    if (size <= 0) return {};
    if (is_letter(character)) letters += folded.substr(0, static_cast<std::size_t>(size));
    folded.remove_prefix(static_cast<std::size_t>(size));
  }
  return letters;
}

}  // namespace

std::string fold_letters(std::string_view text) {
  constexpr auto kFold = static_cast<utf8proc_option_t>(
      UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  utf8proc_uint8_t* mapped = nullptr;
  const auto size =
      utf8proc_map(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &mapped, kFold);
  const std::unique_ptr<utf8proc_uint8_t, Free> owner(mapped);
  if (size < 0) return {};
  return letters_of({reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)});
}

}  // namespace gongshi
