// Printing what is wrong with content, for every command that reads it.
#ifndef GENERATOR_COMMAND_REPORT_H_
#define GENERATOR_COMMAND_REPORT_H_

#include <iosfwd>
#include <span>
#include <string>

#include "generator/notice/diagnostic.h"

namespace gongshi {

enum class ReportFormat { Text, Json };

// Where a command prints: data for programs on `out`, words for people on `err`.
struct Output {
  std::ostream& out;
  std::ostream& err;
};

// Prints the problems in order, each once: as text, one line each on `err`; as JSON, one array on
// `out` (DESIGN 8). Returns kExitErrors when one of them is an error, else kExitClean.
int report_problems(Diagnostics problems, ReportFormat format, const Output& output);

// "发现 2 个错误、1 个提醒", "没有错误，有 1 个提醒", "没有发现问题"; without a full stop.
std::string summary_of(std::span<const Diagnostic> problems);

// Prints "gongshi：sentence" on `err`, for what has no place in a file. Returns kExitErrors.
int report_failure(const std::string& sentence, const Output& output);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_REPORT_H_
