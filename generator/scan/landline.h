// Landlines and the public hotlines.
#ifndef GENERATOR_SCAN_LANDLINE_H_
#define GENERATOR_SCAN_LANDLINE_H_

#include <cstddef>
#include <optional>

#include "generator/scan/detection.h"
#include "generator/scan/number_line.h"

namespace gongshi {

// Area code and 7 or 8 digits; 7 or 8 digits alone after 电话 or 传真; 12380, 12345, 12333 and
// 12388 beside 电话 or 热线. At home in a contact block, a warning elsewhere.
// A number that is glued to another (14 digits after the area code) is none.
std::optional<NumberMatch> landline_at(const NumberLine& line, std::size_t run, Zone zone);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_LANDLINE_H_
