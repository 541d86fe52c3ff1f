#include "generator/notice/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/notice/json.h"
#include "generator/notice/utf8.h"

namespace gongshi {

std::string_view to_text(Level level) { return level == Level::Error ? "error" : "warning"; }

Place place_at(const std::string& file, std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_end = before.rfind('\n');
  const std::size_t line_start = line_end == std::string_view::npos ? 0 : line_end + 1;
  return {.file = file,
          .line = static_cast<int>(std::ranges::count(before, '\n')) + 1,
          .column = static_cast<int>(count_code_points(before.substr(line_start))) + 1};
}

void sort_diagnostics(Diagnostics& problems) {
  std::ranges::sort(problems);
  const auto repeated = std::ranges::unique(problems);
  problems.erase(repeated.begin(), repeated.end());
}

bool has_errors(std::span<const Diagnostic> problems) {
  return std::ranges::any_of(problems, [](const Diagnostic& p) { return p.level == Level::Error; });
}

std::string to_text(const Diagnostic& problem) {
  return fmt::format("{}:{}:{}: {}[{}]: {}", problem.place.file, std::max(problem.place.line, 1),
                     std::max(problem.place.column, 1), to_text(problem.level), problem.code,
                     problem.message);
}

std::string to_json(std::span<const Diagnostic> problems) {
  Json list = Json::array();
  for (const Diagnostic& problem : problems) {
    list.push_back({{"file", problem.place.file},
                    {"line", std::max(problem.place.line, 1)},
                    {"column", std::max(problem.place.column, 1)},
                    {"level", to_text(problem.level)},
                    {"code", problem.code},
                    {"message", problem.message}});
  }
  return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gongshi
