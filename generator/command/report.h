// Printing what is wrong with content, for every command that reads it.
#ifndef GENERATOR_COMMAND_REPORT_H_
#define GENERATOR_COMMAND_REPORT_H_

#include <iosfwd>
#include <span>
#include <string>

#include "generator/command/colour.h"
#include "generator/load/source_tree.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

enum class ReportFormat { Text, Json };

// Where a command prints: data for programs on `out`, words for people on `err`.
struct Output {
  std::ostream& out;
  std::ostream& err;
  Colour colour = Colour::Never;  // of `err`
};

// The program's own: in colour when standard error is a terminal.
Output standard_output();

// Prints the problems in order, each once. Returns kExitErrors when one of them is an error, else
// kExitClean.
//
// As JSON: one array of all on `out` (DESIGN 8). As text, on `err`: for each the line that editors
// read, the line of `sources` that it is about with a caret, and a hint how to mend it:
//
//   content/site.toml:3:1: error[unknown-key]: 不认识“publsher”；是不是“publisher”？
//        3 | publsher = "示例办公室"
//          | ^
//     提示：……
//
// Of very many only a shortlist is printed, and the rest counted (shortlist.h). What is in no file
// of `sources`, is about a file as a whole, or may not be quoted (excerpt.h), has no such line.
int report_problems(Diagnostics problems, ReportFormat format, const Output& output,
                    const SourceTree& sources = {});

// "发现 2 个错误、1 个提醒", "没有错误，有 1 个提醒", "没有发现问题"; without a full stop.
std::string summary_of(std::span<const Diagnostic> problems);

// Prints "gongshi：sentence" on `err`, for what has no place in a file. Returns kExitErrors.
int report_failure(const std::string& sentence, const Output& output);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_REPORT_H_
