#include "generator/check/blanks.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/check/rules.h"
#include "generator/load/blank_mark.h"
#include "generator/notice/text_encoding.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

constexpr std::string_view kMarkEnd = "）";
constexpr std::size_t kQuotedMax = 40;  // characters; what stands there is a hint of ours, or not

bool is_written_by_hand(std::string_view path) {
  return path.ends_with(".toml") || path.ends_with(".md") || path.ends_with(".csv");
}

// The blank as it stands: "（请填写：文号）".
std::string_view blank_at(std::string_view line, std::size_t at) {
  const std::size_t end = line.find(kMarkEnd, at);
  const bool closes = end != std::string_view::npos;
  return first_code_points(line.substr(at, closes ? end + kMarkEnd.size() - at : line.npos),
                           kQuotedMax);
}

void check_text(const std::string& file, std::string_view text, Diagnostics& problems) {
  for (int line_number = 1; !text.empty(); ++line_number) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (const std::size_t at = line.find(kBlankMark); at != std::string_view::npos) {
      const auto before = static_cast<int>(count_code_points(line.substr(0, at)));
      report_rule(problems, {.file = file, .line = line_number, .column = before + 1}, "blank-left",
                  fmt::format("“{}”还没有填写", blank_at(line, at)));
    }
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
}

}  // namespace

void check_blanks(const SourceTree& sources, Diagnostics& problems) {
  for (const auto& [path, bytes] : sources.files) {
    if (!is_written_by_hand(path)) continue;
    if (is_gb18030(bytes)) {
      check_text(sources.shown(path), from_gb18030(bytes).text, problems);
    } else if (!first_invalid_utf8(bytes)) {  // else loading has said so
      check_text(sources.shown(path), bytes, problems);
    }
  }
}

}  // namespace gongshi
