// Mobile telephone numbers of mainland China.
#ifndef GENERATOR_SCAN_MOBILE_NUMBER_H_
#define GENERATOR_SCAN_MOBILE_NUMBER_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "generator/scan/detection.h"
#include "generator/scan/number_line.h"

namespace gongshi {

// 1, then 3 to 9, then nine digits.
bool is_mobile_number(std::string_view digits);

// A number between two things that are not digits, with or without 86, +86, 0086 or 0 before it,
// as one run or in the groups that people type (3-4-4 and the like). Letters beside it do not
// matter: it may be part of an e-mail address or a file name. An amount of money (…元) is none.
// In a contact block it is a warning: the office may have a mobile telephone for its work.
std::optional<NumberMatch> mobile_number_at(const NumberLine& line, std::size_t run, Zone zone);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_MOBILE_NUMBER_H_
