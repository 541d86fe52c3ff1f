// Base 64 (RFC 4648, with padding), with exactly one spelling for every value: what the log's
// formats demand, so that nobody can change a byte of a proof and keep its meaning.
#ifndef INTAKE_SEAL_BASE64_H_
#define INTAKE_SEAL_BASE64_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gongshi {

std::string to_base64(std::span<const unsigned char> bytes);
std::string to_base64(std::string_view bytes);

// The bytes, or nothing for any other spelling: blanks, line ends, the URL alphabet, missing or
// extra padding, bits after the last byte that are not zero.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace gongshi

#endif  // INTAKE_SEAL_BASE64_H_
