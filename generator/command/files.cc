#include "generator/command/files.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <memory>
#include <system_error>

namespace gongshi {
namespace {

constexpr std::size_t kBlock = 1 << 16;  // read at a time

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
  std::ifstream in(path, std::ios::binary);
  std::string bytes;
  std::array<char, kBlock> block{};
  // Unlike an iterator, read() turns what a disk, or a folder, throws into a state.
  while (in.read(block.data(), block.size()) || in.gcount() > 0) {
    bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (!in.is_open() || in.bad()) {
    return failure(ErrorKind::NotFound,
                   fmt::format("读不到文件“{}”：请核对名称和权限", path.string()));
  }
  return bytes;
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

Result<void> replace_file(const std::filesystem::path& path, std::string_view before,
                          std::string_view bytes) {
  const Result<std::string> now = read_file(path);
  if (!now) return tl::unexpected(now.error());
  if (*now != before) {
    return failure(ErrorKind::Conflict,
                   fmt::format("“{}”刚刚被别人改过，没有改动它；请再运行一次", path.string()));
  }
  const std::filesystem::path draft =
      path.parent_path() / ("." + path.filename().string() + ".new");
  std::error_code error;
  std::filesystem::remove(draft, error);  // of an attempt that was cut off
  if (auto written = write_new_file(draft, bytes); !written) return written;
  std::filesystem::permissions(draft, std::filesystem::status(path).permissions(), error);
  std::filesystem::rename(draft, path, error);
  if (!error) return {};
  std::error_code ignored;
  std::filesystem::remove(draft, ignored);
  return failure(ErrorKind::Unavailable,
                 fmt::format("写不了“{}”：{}", path.string(), error.message()));
}

}  // namespace gongshi
