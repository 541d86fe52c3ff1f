// Full dates of birth.
#ifndef GENERATOR_SCAN_BIRTH_DATE_H_
#define GENERATOR_SCAN_BIRTH_DATE_H_

#include <string_view>
#include <vector>

#include "generator/scan/detection.h"

namespace gongshi {

// A date with year, month and day just after 出生, 生日 or 生于, or just before 出生, in the order
// of `text`. Year and month alone are not a finding, nor is a limit (1960年1月1日以后出生).
std::vector<Detection> birth_dates(std::string_view text);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_BIRTH_DATE_H_
