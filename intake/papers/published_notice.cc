#include "intake/papers/published_notice.h"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <system_error>
#include <utility>

#include "generator/notice/digest.h"
#include "intake/desk/replace_file.h"
#include "intake/package/paper_names.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSiteFileBytesMax = std::size_t{64} * 1024 * 1024;

Result<void> add_file(const fs::path& site, const fs::path& file, PaperFiles& files) {
  const std::string name =
      std::string(kOriginalFolder) + file.lexically_relative(site).generic_string();
  if (!is_paper_name(name)) {
    return failure(ErrorKind::Invalid,
                   fmt::format("{} 的文件名不能放进文书包；请改名后重新生成网站", file.string()));
  }
  Result<std::string> bytes = read_file(file, kSiteFileBytesMax);
  if (!bytes) return tl::unexpected(bytes.error());
  files.emplace(name, std::move(*bytes));
  return {};
}

// Every regular file below `folder`, without those below `without`.
Result<void> add_folder(const fs::path& site, const fs::path& folder, const fs::path& without,
                        PaperFiles& files) {
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path() == without) entry.disable_recursion_pending();
    if (!entry->is_regular_file(error)) continue;
    if (auto added = add_file(site, entry->path(), files); !added) return added;
  }
  if (!error) return {};
  return failure(ErrorKind::Unavailable,
                 fmt::format("读不了 {}：{}", folder.string(), error.message()));
}

Result<void> check_page(const std::string& page, const fs::path& file, const ManifestNotice& notice,
                        const ClosingRecord& record) {
  const std::string digest = hex(sha256(page));
  if (digest == record.page_sha256) return {};
  if (digest == notice.page_sha256) {
    return failure(ErrorKind::Conflict,
                   fmt::format("{} 是办结以后重新生成的，不是公示期间的那一页。请用 --site "
                               "指向办结时的网站；没有留存的，"
                               "把 closing.toml 移出内容文件夹，用 gongshi build --out "
                               "另一个文件夹 生成一次，再移回来",
                               file.string()));
  }
  return failure(ErrorKind::Conflict,
                 fmt::format("{} 的摘要是 {}，办结记录里是 {}，网站清单里是 {}：它被改动过，"
                             "或者 --site 不是发布这次公示的网站",
                             file.string(), digest, record.page_sha256, notice.page_sha256));
}

Result<void> check_attachments(const PaperFiles& files, const std::string& folder,
                               const std::string& page) {
  const std::string attachments = folder + "attachments/";
  for (auto file = files.lower_bound(attachments);
       file != files.end() && file->first.starts_with(attachments); ++file) {
    if (page.find(hex(sha256(file->second))) != std::string::npos) continue;
    return failure(ErrorKind::Conflict,
                   fmt::format("附件“{}”与公示页上写的摘要不一致，被改动过；请换回公示时的文件",
                               file->first.substr(attachments.size())));
  }
  return {};
}

Result<void> check_print(const PaperFiles& files, const std::string& folder,
                         const ClosingRecord& record) {
  const auto print = files.find(folder + "print/index.html");
  const bool same =
      print != files.end() && print->second.find(record.page_sha256) != std::string::npos;
  if (same) return {};
  return failure(ErrorKind::Conflict,
                 "网站里的打印版（print/index.html）缺少，或者不是从这一页公示生成的；请用 --site "
                 "指向公示期间的网站");
}

}  // namespace

Result<PaperFiles> published_notice(const fs::path& site, const ManifestNotice& notice,
                                    const ClosingRecord& record) {
  const std::string path = fmt::format("notices/{}/", notice.id.text());
  const fs::path page_file = site / path / "index.html";
  const Result<std::string> page = read_file(page_file, kSiteFileBytesMax);
  if (!page) return tl::unexpected(page.error());
  const Result<void> right = check_page(*page, page_file, notice, record);
  if (!right) return tl::unexpected(right.error());
  PaperFiles files;
  const std::string folder = std::string(kOriginalFolder) + path;
  const Result<void> complete =
      add_folder(site, site / path, site / path / "result", files)
          .and_then([&] { return add_folder(site, site / "assets", {}, files); })
          .and_then([&] { return check_attachments(files, folder, *page); })
          .and_then([&] { return check_print(files, folder, record); });
  if (!complete) return tl::unexpected(complete.error());
  return files;
}

}  // namespace gongshi
