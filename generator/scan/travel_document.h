// Passports, and permits for Hong Kong, Macau and Taiwan.
#ifndef GENERATOR_SCAN_TRAVEL_DOCUMENT_H_
#define GENERATOR_SCAN_TRAVEL_DOCUMENT_H_

#include <cstddef>
#include <optional>

#include "generator/scan/detection.h"
#include "generator/scan/number_line.h"

namespace gongshi {

// One or two letters and 7 to 10 digits, 8 to 11 characters in all, and 护照, 通行证, 证件号,
// 台胞证 or 回乡证 before them. Never without the word: such a form alone may be anything.
std::optional<NumberMatch> travel_document_at(const NumberLine& line, std::size_t run);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_TRAVEL_DOCUMENT_H_
