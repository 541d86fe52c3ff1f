#include "generator/command/checked_content.h"

#include <utility>

#include "generator/calendar/calendar_set.h"
#include "generator/check/check.h"

namespace gongshi {

Result<CheckedContent> read_checked_content(const std::filesystem::path& folder) {
  CheckedContent result;
  auto tree = read_source_tree(folder, result.problems);
  if (!tree) return tl::unexpected<Error>(tree.error());
  result.sources = *std::move(tree);
  result.content = load_content(result.sources, result.problems);
  const CalendarSet calendars = read_calendars(result.content.calendars, result.problems);
  Checked checked = check_content(result.sources, result.content, calendars);
  result.windows = std::move(checked.windows);
  result.problems.insert(result.problems.end(), checked.problems.begin(), checked.problems.end());
  sort_diagnostics(result.problems);
  return result;
}

}  // namespace gongshi
