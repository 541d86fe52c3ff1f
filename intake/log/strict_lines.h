// Reading the log's text formats to the letter: lines end in LF, numbers have no leading zero,
// hashes are canonical base 64. Every value has one spelling. Inside log/ only.
#ifndef INTAKE_LOG_STRICT_LINES_H_
#define INTAKE_LOG_STRICT_LINES_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "generator/notice/digest.h"

namespace gongshi {

// Takes lines from the front of a text, which must outlive it.
class StrictLines {
 public:
  explicit StrictLines(std::string_view text) : rest_(text) {}

  // The next line without its LF; nothing at the end, and nothing for a last line without LF.
  std::optional<std::string_view> next();

  // The next line without `prefix`, taken only when it begins with it.
  std::optional<std::string_view> next_after(std::string_view prefix);

  std::string_view rest() const { return rest_; }
  bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

// Decimal digits, no sign, no leading zero, below 2^63.
std::optional<std::uint64_t> parse_decimal(std::string_view text);

// 32 bytes in base 64.
std::optional<Sha256> parse_hash(std::string_view base64);

}  // namespace gongshi

#endif  // INTAKE_LOG_STRICT_LINES_H_
