#include "generator/check/finding_report.h"

#include <fmt/format.h>

#include "generator/check/rules.h"

namespace gongshi {

std::string rule_of(const Finding& finding) {
  return std::string(to_text(finding.kind)) +
         (finding.severity == Severity::Block ? "" : "-suspect");
}

void report_finding(Diagnostics& problems, const Place& place, const Finding& finding,
                    std::string_view locus) {
  const std::string what = sentence(finding);
  report_rule(problems, place, rule_of(finding),
              locus.empty() ? what : fmt::format("{}：{}", locus, what));
}

}  // namespace gongshi
