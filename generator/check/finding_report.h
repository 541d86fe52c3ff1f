// From what the scanner found to what a clerk reads. The words are generator/scan/finding.h's; a
// value is never printed, only its mask.
#ifndef GENERATOR_CHECK_FINDING_REPORT_H_
#define GENERATOR_CHECK_FINDING_REPORT_H_

#include <string>
#include <string_view>

#include "generator/notice/diagnostic.h"
#include "generator/scan/finding.h"

namespace gongshi {

// "mobile-number" for what must not be published; "mobile-number-suspect" for what a person has to
// decide on.
std::string rule_of(const Finding& finding);

// `locus` says where in the place's file, when a line cannot: "工作表“Sheet2”（隐藏） B7".
void report_finding(Diagnostics& problems, const Place& place, const Finding& finding,
                    std::string_view locus = {});

}  // namespace gongshi

#endif  // GENERATOR_CHECK_FINDING_REPORT_H_
