#include "generator/command/checked_content.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "generator/calendar/calendar_set.h"
#include "generator/check/check.h"
#include "generator/check/published.h"
#include "generator/check/waivers.h"
#include "generator/command/files.h"
#include "generator/notice/manifest.h"

namespace gongshi {
namespace {

// Nothing when there is no such file.
std::optional<Result<Manifest>> read_published(const std::filesystem::path& file) {
  std::error_code failed;
  if (!std::filesystem::exists(file, failed) && !failed) return std::nullopt;
  const auto text = read_file(file);
  if (!text) return failure(ErrorKind::Unavailable, "文件打不开");
  return read_manifest(*text);
}

void compare_with_published(const std::filesystem::path& file, CheckedContent& checked) {
  const auto before = read_published(file);
  if (!before) return;
  if (*before) {
    const std::size_t count = checked.problems.size();
    check_published(checked.content, checked.windows, **before, checked.problems);
    checked.departs_from_published = checked.problems.size() > count;
    return;
  }
  checked.problems.push_back(
      {.place = {.file = file.generic_string()},
       .code = "published-unreadable",
       .message = fmt::format("读不出已经发布的清单，无法核对发布时间和截止日：{}；"
                              "请从备份恢复这个文件",
                              before->error().message)});
}

}  // namespace

CheckedContent check_sources(SourceTree sources,
                             const std::optional<std::filesystem::path>& published, int jobs) {
  CheckedContent result;
  result.sources = std::move(sources);
  result.content = load_content(result.sources, result.problems, jobs);
  const CalendarSet calendars = read_calendars(result.content.calendars, result.problems);
  Checked checked = check_content(result.sources, result.content, calendars, jobs);
  result.windows = std::move(checked.windows);
  result.calendars = std::move(checked.calendars);
  result.problems.insert(result.problems.end(), checked.problems.begin(), checked.problems.end());
  if (published) compare_with_published(*published, result);
  apply_waivers(result.content, result.problems);
  sort_diagnostics(result.problems);
  return result;
}

Result<CheckedContent> read_checked_content(const std::filesystem::path& folder,
                                            const std::optional<std::filesystem::path>& published,
                                            int jobs) {
  Diagnostics unread;
  auto tree = read_source_tree(folder, unread);
  if (!tree) return tl::unexpected<Error>(tree.error());
  CheckedContent result = check_sources(*std::move(tree), published, jobs);
  result.problems.insert(result.problems.end(), unread.begin(), unread.end());
  sort_diagnostics(result.problems);
  return result;
}

}  // namespace gongshi
