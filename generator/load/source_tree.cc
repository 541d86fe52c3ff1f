#include "generator/load/source_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <system_error>
#include <utility>

#include "generator/load/bounded_file.h"
#include "generator/load/content_path.h"
#include "generator/load/left_over.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

class TreeReader {
 public:
  // Of all campaigns when `campaigns` is null.
  TreeReader(SourceTree& tree, const CampaignNames* campaigns, Diagnostics& problems)
      : tree_(tree), campaigns_(campaigns), problems_(problems) {}

  void read_folder(const fs::path& folder, const std::string& below) {
    if (std::ranges::count(below, '/') > kFolderDepthMax) {
      report(below, "folder-too-deep",
             fmt::format("文件夹套了 {} 层以上，里面的不再读取；请检查是不是放错了位置",
                         kFolderDepthMax));
      return;
    }
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed)) {
      read_entry(*it, below + it->path().filename().string());
    }
    if (failed) report(below, "unreadable-file", "这个文件夹读不出来：" + failed.message());
  }

 private:
  void read_entry(const fs::directory_entry& entry, const std::string& path) {
    if (is_left_over(entry.path().filename().string()) || is_other_campaign(path)) return;
    std::error_code failed;
    const fs::file_status status = entry.symlink_status(failed);
    if (fs::is_symlink(status)) {
      report(path, "symbolic-link", "这是一个符号链接，不会读取；请换成文件本身");
    } else if (fs::is_directory(status)) {
      read_folder(entry.path(), path + "/");
    } else {
      read_file(entry.path(), path);
    }
  }

  bool is_other_campaign(std::string_view path) const {
    constexpr std::string_view kCampaigns = "campaigns/";
    if (campaigns_ == nullptr || !path.starts_with(kCampaigns)) return false;
    path.remove_prefix(kCampaigns.size());
    return path.find('/') == std::string_view::npos && !campaigns_->contains(path);
  }

  void read_file(const fs::path& file, const std::string& path) {
    const bool is_attachment = classify(path).kind == FileKind::Attachment;
    const std::uintmax_t limit = is_attachment ? kAttachmentBytesMax : kSourceFileBytesMax;
    BoundedFile found = read_bounded_file(file, limit);
    switch (found.outcome) {
      case ReadOutcome::Read:
        tree_.files.emplace(path, std::move(found.bytes));
        return;
      case ReadOutcome::TooLarge:
        report(path, "file-too-large",
               fmt::format("文件超过 {} 字节；{}", limit,
                           is_attachment ? "读者多用手机下载，请压缩图片或者拆成几个文件"
                                         : "手写的内容不会这么大，请检查放错了什么"));
        return;
      case ReadOutcome::NotAFile:
        report(path, "special-file", "这是管道、套接字或设备，不是文件；请移走");
        return;
      case ReadOutcome::Unreadable:
        report(path, "unreadable-file", "这个文件读不出来；请检查它的权限");
        return;
    }
  }

  void report(const std::string& path, std::string code, std::string message) {
    problems_.push_back({.place = {.file = tree_.shown(path)},
                         .code = std::move(code),
                         .message = std::move(message)});
  }

  SourceTree& tree_;
  const CampaignNames* campaigns_;
  Diagnostics& problems_;
};

// "./content/" is shown as "content".
std::string shown_root(const fs::path& root) {
  std::string shown = root.lexically_normal().generic_string();
  while (shown.size() > 1 && shown.ends_with('/')) shown.pop_back();
  return shown;
}

}  // namespace

std::ranges::subrange<SourceTree::Files::const_iterator> SourceTree::below(
    const std::string& folder) const {
  std::string after = folder;
  after.back() = '/' + 1;  // no path below the folder sorts after this one
  return {files.lower_bound(folder), files.lower_bound(after)};
}

namespace {

Result<SourceTree> read_tree(const fs::path& root, const CampaignNames* campaigns,
                             Diagnostics& problems) {
  SourceTree tree{.root = shown_root(root), .files = {}};
  std::error_code failed;
  if (!fs::is_directory(root, failed)) {
    return failure(ErrorKind::NotFound,
                   fmt::format("没有“{}”这个文件夹；请写明内容文件夹的位置", tree.root));
  }
  TreeReader(tree, campaigns, problems).read_folder(root, "");
  return tree;
}

}  // namespace

Result<SourceTree> read_source_tree(const fs::path& root, Diagnostics& problems) {
  return read_tree(root, nullptr, problems);
}

Result<SourceTree> read_source_tree_of(const fs::path& root, const CampaignNames& campaigns,
                                       Diagnostics& problems) {
  return read_tree(root, &campaigns, problems);
}

}  // namespace gongshi
