#include "generator/command/files.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>
#include <system_error>

namespace gongshi {
namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenFile = std::unique_ptr<std::FILE, Close>;

tl::unexpected<Error> not_written(const std::filesystem::path& path) {
  return failure(ErrorKind::Unavailable, fmt::format("写不了“{}”：{}", path.string(),
                                                     std::generic_category().message(errno)));
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path) {
  std::error_code ignored;
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  const bool is_open = in && !std::filesystem::is_directory(path, ignored);
  // Unlike reading by hand, this turns a disk's exception into a state. An empty file sets one too.
  if (is_open) bytes << in.rdbuf();
  if (!is_open || in.bad() || bytes.bad()) {
    return failure(ErrorKind::NotFound,
                   fmt::format("读不到文件“{}”：请核对名称和权限", path.string()));
  }
  return bytes.str();
}

Result<void> write_new_file(const std::filesystem::path& path, std::string_view bytes) {
  std::error_code ignored;  // a folder that cannot be made is a file that cannot be opened
  std::filesystem::create_directories(path.parent_path(), ignored);
  OpenFile file(std::fopen(path.c_str(), "wxb"));
  if (file == nullptr && errno == EEXIST) {
    return failure(
        ErrorKind::Conflict,
        fmt::format("“{}”已经有了，没有改动它；请换个名称，或者先移走它", path.string()));
  }
  if (file == nullptr) return not_written(path);
  if (std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() ||
      std::fflush(file.get()) != 0) {
    return not_written(path);
  }
  return {};
}

}  // namespace gongshi
