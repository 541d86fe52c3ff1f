#include "generator/load/source_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "generator/load/bounded_file.h"
#include "generator/load/content_path.h"
#include "generator/load/left_over.h"
#include "generator/load/parallel.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

// A file that was found, and then what reading it gave. Or what was found instead.
struct Found {
  std::string path;
  std::optional<Diagnostic> problem;
  std::string bytes;
};

Diagnostic problem_at(const SourceTree& tree, const std::string& path, std::string code,
                      std::string message) {
  return {
      .place = {.file = tree.shown(path)}, .code = std::move(code), .message = std::move(message)};
}

// Finds what is there; reads nothing.
class TreeWalk {
 public:
  // Of all campaigns when `campaigns` is null.
  TreeWalk(const SourceTree& tree, const CampaignNames* campaigns)
      : tree_(tree), campaigns_(campaigns) {}

  void look_into(const fs::path& folder, const std::string& below) {
    if (std::ranges::count(below, '/') > kFolderDepthMax) {
      report(below, "folder-too-deep",
             fmt::format("文件夹套了 {} 层以上，里面的不再读取；请检查是不是放错了位置",
                         kFolderDepthMax));
      return;
    }
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed)) {
      std::string name = it->path().filename().string();
      if (!is_left_over(name) && !is_other_campaign(below + name)) look_at(*it, below + name);
    }
    if (failed) report(below, "unreadable-file", "这个文件夹读不出来：" + failed.message());
  }

  std::vector<Found> take() && { return std::move(found_); }

 private:
  bool is_other_campaign(std::string_view path) const {
    const std::string_view campaign = campaign_of(path);
    return campaigns_ != nullptr && !campaign.empty() && !campaigns_->contains(campaign);
  }

  // What the folder says of it is enough, on most disks.
  void look_at(const fs::directory_entry& entry, const std::string& path) {
    std::error_code failed;
    if (entry.is_symlink(failed)) {
      report(path, "symbolic-link", "这是一个符号链接，不会读取；请换成文件本身");
    } else if (entry.is_directory(failed)) {
      look_into(entry.path(), path + "/");
    } else {
      found_.push_back({.path = path, .problem = {}, .bytes = ""});
    }
  }

  void report(const std::string& path, std::string code, std::string message) {
    found_.push_back({.path = path,
                      .problem = problem_at(tree_, path, std::move(code), std::move(message)),
                      .bytes = ""});
  }

  const SourceTree& tree_;
  const CampaignNames* campaigns_;
  std::vector<Found> found_;
};

void read_file(const SourceTree& tree, const fs::path& root, Found& file) {
  const bool is_attachment = classify(file.path).kind == FileKind::Attachment;
  const std::uintmax_t limit = is_attachment ? kAttachmentBytesMax : kSourceFileBytesMax;
  const auto report = [&](std::string code, std::string message) {
    file.problem = problem_at(tree, file.path, std::move(code), std::move(message));
  };
  BoundedFile read = read_bounded_file(root / file.path, limit);
  switch (read.outcome) {
    case ReadOutcome::Read:
      file.bytes = std::move(read.bytes);
      return;
    case ReadOutcome::TooLarge:
      report("file-too-large",
             fmt::format("文件超过 {} 字节；{}", limit,
                         is_attachment ? "读者多用手机下载，请压缩图片或者拆成几个文件"
                                       : "手写的内容不会这么大，请检查放错了什么"));
      return;
    case ReadOutcome::NotAFile:
      report("special-file", "这是管道、套接字或设备，不是文件；请移走");
      return;
    case ReadOutcome::Unreadable:
      report("unreadable-file", "这个文件读不出来；请检查它的权限");
      return;
  }
}

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
  TreeWalk walk(tree, campaigns);
  walk.look_into(root, "");
  std::vector<Found> all = std::move(walk).take();
  in_parallel(all.size(), processors(), [&](std::size_t i) {
    if (!all[i].problem) read_file(tree, root, all[i]);
  });
  for (Found& found : all) {
    if (found.problem) {
      problems.push_back(*std::move(found.problem));
    } else {
      tree.files.emplace(std::move(found.path), std::move(found.bytes));
    }
  }
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
