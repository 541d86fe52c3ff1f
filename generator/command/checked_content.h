// A content folder, read and checked: what `check`, `build` and `watch` begin with.
#ifndef GENERATOR_COMMAND_CHECKED_CONTENT_H_
#define GENERATOR_COMMAND_CHECKED_CONTENT_H_

#include <filesystem>

#include "generator/load/content.h"
#include "generator/load/source_tree.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/error.h"
#include "generator/notice/window.h"

namespace gongshi {

struct CheckedContent {
  SourceTree sources;  // the files that were read, for excerpts
  Content content;
  Windows windows;       // of every notice, when no problem is an error
  Diagnostics problems;  // of reading, loading, calendars and rules; sorted, each once
};

// NotFound when `folder` is no folder. Everything else that can be wrong is in the problems.
Result<CheckedContent> read_checked_content(const std::filesystem::path& folder);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_CHECKED_CONTENT_H_
