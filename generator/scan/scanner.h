// The search for personal data in text that is about to become public (DOMAIN 5).
#ifndef GENERATOR_SCAN_SCANNER_H_
#define GENERATOR_SCAN_SCANNER_H_

#include <string_view>
#include <vector>

#include "generator/scan/detection.h"
#include "generator/scan/finding.h"
#include "generator/scan/innocent_lines.h"

namespace gongshi {

// Every finding in `text`, by offset. Any bytes will do: what is not UTF-8 hides nothing around
// it. File names and link targets are text too.
//
// One number is one finding: an identity number is not also a bank card. Time grows with the
// length of the text and of the findings; text without any passes at the speed of suspect_lines().
// Pure, and safe from several threads. With `innocent`, lines that it holds are passed over and
// those without a finding are left in it; what is found is the same. Text that must not be
// remembered is scanned without.
std::vector<Finding> scan_text(std::string_view text, Zone zone, InnocentLines* innocent = nullptr);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_SCANNER_H_
