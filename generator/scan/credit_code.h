// Unified social credit codes (GB 32100): public, and the one number of 18 characters that a page
// may well show.
#ifndef GENERATOR_SCAN_CREDIT_CODE_H_
#define GENERATOR_SCAN_CREDIT_CODE_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "generator/scan/detection.h"
#include "generator/scan/number_line.h"

namespace gongshi {

// 18 characters of the code's alphabet, the last right by MOD 31.
bool is_credit_code(std::string_view text);

// A harmless match when the word around `run` is a credit code. Ask only after resident_id_at():
// a number that satisfies both is an identity number.
std::optional<NumberMatch> credit_code_at(const NumberLine& line, std::size_t run);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_CREDIT_CODE_H_
