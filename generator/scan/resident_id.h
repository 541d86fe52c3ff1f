// Resident identity numbers: 18 digits (GB 11643-1999, check character ISO 7064 MOD 11-2) and the
// 15 digits that came before.
#ifndef GENERATOR_SCAN_RESIDENT_ID_H_
#define GENERATOR_SCAN_RESIDENT_ID_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "generator/scan/detection.h"
#include "generator/scan/number_line.h"

namespace gongshi {

// Province code, date and check character are all right. Takes 18 characters, the last '0'–'9' or
// 'X'. Also true for the permanent residence cards of foreigners (9, province, country, …), which
// follow the same scheme since 2023.
bool is_resident_id(std::string_view text);

// The detectors look at runs from `run` on.
//
// 18 digits, in any grouping, with a letter beside them or not: three proofs leave no doubt.
std::optional<NumberMatch> resident_id_at(const NumberLine& line, std::size_t run);
// Province and date are right and the check character is not: a warning, since a slip of the pen
// in a real number gives just this. Only ungrouped, 6-8-4 or 6-4-4-4, and with no letter beside it.
std::optional<NumberMatch> doubtful_resident_id_at(const NumberLine& line, std::size_t run);
// 15 digits, province and date right: a leak beside 身份证 or 证件, else a warning.
std::optional<NumberMatch> old_resident_id_at(const NumberLine& line, std::size_t run);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_RESIDENT_ID_H_
