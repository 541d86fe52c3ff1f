// The public number of an objection, "2017-000001-B": the year of receipt in China, the sequence in
// that year, a check character. It is no secret; the receipt code is.
#ifndef INTAKE_SEAL_RECEIPT_NUMBER_H_
#define INTAKE_SEAL_RECEIPT_NUMBER_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "generator/notice/error.h"

namespace gongshi {

struct ReceiptNumber {
  int year = 0;               // 1000 to 9999
  std::int64_t sequence = 0;  // from 1; six digits, more when a year has more

  bool operator==(const ReceiptNumber&) const = default;

  // Forgives what ReceiptCode::parse() forgives. Invalid, with a Chinese sentence that says what is
  // wrong, for anything else.
  static Result<ReceiptNumber> parse(std::string_view typed);
};

// "2017-000001-B".
std::string to_text(const ReceiptNumber& number);

}  // namespace gongshi

#endif  // INTAKE_SEAL_RECEIPT_NUMBER_H_
