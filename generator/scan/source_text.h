// The search for personal data in files that pages are made from.
#ifndef GENERATOR_SCAN_SOURCE_TEXT_H_
#define GENERATOR_SCAN_SOURCE_TEXT_H_

#include <string_view>
#include <vector>

#include "generator/scan/detection.h"
#include "generator/scan/finding.h"
#include "generator/scan/innocent_lines.h"

namespace gongshi {

// What scan_text() finds, and what shows only when the escapes of a line are undone: "%31" in
// addresses, "&#49;" in markup. By offset in `text` as it stands; a value that one line spells both
// ways is one finding. Pure, and safe from several threads; `innocent` as there.
std::vector<Finding> scan_source(std::string_view text, Zone zone,
                                 InnocentLines* innocent = nullptr);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_SOURCE_TEXT_H_
