// Bank cards and account numbers.
#ifndef GENERATOR_SCAN_BANK_CARD_H_
#define GENERATOR_SCAN_BANK_CARD_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "generator/scan/detection.h"
#include "generator/scan/number_line.h"

namespace gongshi {

// The Luhn sum of `digits` is a multiple of ten. One number in ten is, so it never decides alone.
bool passes_luhn(std::string_view digits);

// 16 to 19 digits that begin with 62, 3, 4 or 5 and pass Luhn, ungrouped or in the groups of a
// card's front; beside 卡号, 账号, 开户 also 13 to 19 digits with any beginning, and those that
// fail Luhn as a warning (accounts have no check digit).
std::optional<NumberMatch> bank_card_at(const NumberLine& line, std::size_t run);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_BANK_CARD_H_
