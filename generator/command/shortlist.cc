#include "generator/command/shortlist.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace gongshi {
namespace {

// The first of each kind. A file's problems stand together, so counts are kept for one file.
std::vector<const Diagnostic*> first_of_each_kind(const Diagnostics& problems) {
  std::vector<const Diagnostic*> chosen;
  std::map<std::string_view, std::size_t> seen;
  std::string_view file;
  for (const Diagnostic& problem : problems) {
    if (file != problem.place.file) seen.clear();
    file = problem.place.file;
    if (++seen[problem.code] <= kShownPerFileAndCode) chosen.push_back(&problem);
  }
  return chosen;
}

std::size_t count(const Diagnostics& problems, Level level) {
  return static_cast<std::size_t>(std::ranges::count(problems, level, &Diagnostic::level));
}

std::size_t count(const std::vector<const Diagnostic*>& problems, Level level) {
  return static_cast<std::size_t>(std::ranges::count_if(
      problems, [level](const Diagnostic* problem) { return problem->level == level; }));
}

std::vector<const Diagnostic*> as_many_as_fit(const std::vector<const Diagnostic*>& chosen) {
  std::size_t room_for_errors = kShownMax;
  std::size_t room_for_warnings = kShownMax - std::min(count(chosen, Level::Error), kShownMax);
  std::vector<const Diagnostic*> kept;
  for (const Diagnostic* problem : chosen) {
    std::size_t& room = problem->level == Level::Error ? room_for_errors : room_for_warnings;
    if (room == 0) continue;
    --room;
    kept.push_back(problem);
  }
  return kept;
}

}  // namespace

Shortlist shortlist(const Diagnostics& problems) {
  Shortlist list{.shown = as_many_as_fit(first_of_each_kind(problems))};
  list.errors_left_out = count(problems, Level::Error) - count(list.shown, Level::Error);
  list.warnings_left_out = count(problems, Level::Warning) - count(list.shown, Level::Warning);
  return list;
}

}  // namespace gongshi
