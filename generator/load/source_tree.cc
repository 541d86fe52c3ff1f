#include "generator/load/source_tree.h"

#include <fmt/format.h>

#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>

#include "generator/load/content_path.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

// What editors and the system leave beside the files that people mean.
bool is_left_over(std::string_view name) {
  return name.starts_with('.') || name.starts_with('#') || name.ends_with('~') ||
         name.ends_with(".bak");
}

std::optional<std::string> read_bytes(const fs::path& path, std::uintmax_t size) {
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (!stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return std::nullopt;
  return bytes;
}

class TreeReader {
 public:
  TreeReader(SourceTree& tree, Diagnostics& problems) : tree_(tree), problems_(problems) {}

  void read_folder(const fs::path& folder, const std::string& below) {
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed)) {
      read_entry(*it, below + it->path().filename().string());
    }
    if (failed) report(below, "unreadable-file", "这个文件夹读不出来：" + failed.message());
  }

 private:
  void read_entry(const fs::directory_entry& entry, const std::string& path) {
    if (is_left_over(entry.path().filename().string())) return;
    std::error_code failed;
    const fs::file_status status = entry.symlink_status(failed);
    if (fs::is_symlink(status)) {
      report(path, "symbolic-link", "这是一个符号链接，不会读取；请换成文件本身");
    } else if (fs::is_directory(status)) {
      read_folder(entry.path(), path + "/");
    } else if (fs::is_regular_file(status)) {
      read_file(entry.path(), path);
    }
  }

  void read_file(const fs::path& file, const std::string& path) {
    std::error_code failed;
    const std::uintmax_t size = fs::file_size(file, failed);
    const bool is_attachment = classify(path).kind == FileKind::Attachment;
    const std::uintmax_t limit = is_attachment ? kAttachmentBytesMax : kSourceFileBytesMax;
    if (!failed && size > limit) {
      report(path, "file-too-large",
             fmt::format("文件有 {} 字节，超过 {} 字节；{}", size, limit,
                         is_attachment ? "读者多用手机下载，请压缩图片或者拆成几个文件"
                                       : "手写的内容不会这么大，请检查放错了什么"));
      return;
    }
    std::optional<std::string> bytes;
    if (!failed) bytes = read_bytes(file, size);
    if (bytes) {
      tree_.files.emplace(path, *std::move(bytes));
    } else {
      report(path, "unreadable-file", "这个文件读不出来；请检查它的权限");
    }
  }

  void report(const std::string& path, std::string code, std::string message) {
    problems_.push_back({.place = {.file = tree_.shown(path)},
                         .code = std::move(code),
                         .message = std::move(message)});
  }

  SourceTree& tree_;
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

Result<SourceTree> read_source_tree(const fs::path& root, Diagnostics& problems) {
  SourceTree tree{.root = shown_root(root), .files = {}};
  std::error_code failed;
  if (!fs::is_directory(root, failed)) {
    return failure(ErrorKind::NotFound,
                   fmt::format("没有“{}”这个文件夹；请写明内容文件夹的位置", tree.root));
  }
  TreeReader(tree, problems).read_folder(root, "");
  return tree;
}

}  // namespace gongshi
