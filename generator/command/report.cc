#include "generator/command/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "generator/command/excerpt.h"
#include "generator/command/hint.h"
#include "generator/command/program.h"
#include "generator/command/shortlist.h"
#include "generator/command/source_lines.h"
#include "generator/command/terminal_text.h"

namespace gongshi {

namespace {

// What an editor reads, with the level and the code in colour.
std::string headline(const Diagnostic& problem, Colour colour) {
  std::string line = terminal_text(to_text(problem));
  const std::string label = fmt::format("{}[{}]", to_text(problem.level), problem.code);
  const Paint paint = problem.level == Level::Error ? Paint::Error : Paint::Warning;
  const std::size_t at = line.find(": " + label + ": ");
  if (at != std::string::npos) line.replace(at + 2, label.size(), painted(label, paint, colour));
  return line + "\n";
}

std::string what_is_left_out(const Shortlist& list) {
  const auto& [shown, errors, warnings] = list;
  if (errors == 0 && warnings == 0) return "";
  const std::string counted = errors == 0 ? fmt::format("{} 个提醒", warnings)
                              : warnings == 0
                                  ? fmt::format("{} 个错误", errors)
                                  : fmt::format("{} 个错误、{} 个提醒", errors, warnings);
  return fmt::format("另有 {}未列出；用 gongshi check --format json 看全部\n", counted);
}

void print_problem(const Diagnostic& problem, SourceLines& sources, const Output& output) {
  output.err << headline(problem, output.colour);
  if (may_be_quoted(problem.code)) {
    if (const auto line = sources.line_of(problem.place)) {
      output.err << excerpt(*line, problem.place, output.colour);
    }
  }
  const std::string hint = hint_for(problem.code);
  if (hint.empty()) return;
  output.err << "  " << painted("提示：" + hint, Paint::Hint, output.colour) << '\n';
}

}  // namespace

Output standard_output() {
  return {.out = std::cout, .err = std::cerr, .colour = colour_on_standard_error()};
}

int report_problems(Diagnostics problems, ReportFormat format, const Output& output,
                    const SourceTree& sources) {
  sort_diagnostics(problems);
  if (format == ReportFormat::Json) {
    output.out << to_json(problems);
  } else {
    const Shortlist list = shortlist(problems);
    SourceLines lines(sources);
    for (const Diagnostic* problem : list.shown) print_problem(*problem, lines, output);
    output.err << what_is_left_out(list);
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
