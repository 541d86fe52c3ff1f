// Hexadecimal as the tests' vectors write it.
#ifndef TESTS_LOG_FROM_HEX_H_
#define TESTS_LOG_FROM_HEX_H_

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

#include "generator/notice/digest.h"

namespace gongshi {

inline std::string from_hex(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string bytes;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    bytes += static_cast<char>(kDigits.find(text[i]) * 16 + kDigits.find(text[i + 1]));
  }
  return bytes;
}

inline Sha256 hash_from_hex(std::string_view text) {
  const std::string bytes = from_hex(text);
  Sha256 hash{};
  if (bytes.size() != hash.size()) throw std::invalid_argument(std::string(text));
  std::ranges::copy(bytes, hash.begin());
  return hash;
}

}  // namespace gongshi

#endif  // TESTS_LOG_FROM_HEX_H_
