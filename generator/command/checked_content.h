// A content folder, read and checked: what `check`, `build` and `watch` begin with.
#ifndef GENERATOR_COMMAND_CHECKED_CONTENT_H_
#define GENERATOR_COMMAND_CHECKED_CONTENT_H_

#include <filesystem>
#include <optional>
#include <vector>

#include "generator/load/content.h"
#include "generator/load/parallel.h"
#include "generator/load/source_tree.h"
#include "generator/notice/calendar_days.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/error.h"
#include "generator/notice/window.h"

namespace gongshi {

struct CheckedContent {
  SourceTree sources;  // the files that were read, for excerpts
  Content content;
  Windows windows;                      // of every notice, when no problem is an error
  std::vector<CalendarDays> calendars;  // that they were counted with
  Diagnostics problems;  // of reading, loading, calendars and rules; sorted, each once
  // Whether some of them come from what was published before: the next build will not say them.
  bool departs_from_published = false;
};

// NotFound when `folder` is no folder. Everything else that can be wrong is in the problems.
// `published` is the manifest that this content would replace; nothing is published when absent or
// when there is no such file. One that cannot be read is a problem ("published-unreadable"): what
// readers were told is then unknown, and must not be replaced. On `jobs` threads; the result is the
// same on any number of them.
Result<CheckedContent> read_checked_content(
    const std::filesystem::path& folder,
    const std::optional<std::filesystem::path>& published = std::nullopt, int jobs = processors());

// The same of files that are in memory already; what reading them met is not among the problems.
CheckedContent check_sources(SourceTree sources,
                             const std::optional<std::filesystem::path>& published = std::nullopt,
                             int jobs = processors());

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_CHECKED_CONTENT_H_
