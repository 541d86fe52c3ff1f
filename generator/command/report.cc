#include "generator/command/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "generator/command/program.h"

namespace gongshi {

int report_problems(Diagnostics problems, ReportFormat format, const Output& output) {
  sort_diagnostics(problems);
  if (format == ReportFormat::Json) {
    output.out << to_json(problems);
  } else {
    for (const Diagnostic& problem : problems) output.err << to_text(problem) << '\n';
  }
  return has_errors(problems) ? kExitErrors : kExitClean;
}

std::string summary_of(std::span<const Diagnostic> problems) {
  const auto errors = std::ranges::count(problems, Level::Error, &Diagnostic::level);
  const auto warnings = std::ranges::count(problems, Level::Warning, &Diagnostic::level);
  if (errors > 0 && warnings > 0) {
    return fmt::format("发现 {} 个错误、{} 个提醒", errors, warnings);
  }
  if (errors > 0) return fmt::format("发现 {} 个错误", errors);
  if (warnings > 0) return fmt::format("没有错误，有 {} 个提醒", warnings);
  return "没有发现问题";
}

int report_failure(const std::string& sentence, const Output& output) {
  output.err << "gongshi：" << sentence << '\n';
  return kExitErrors;
}

}  // namespace gongshi
