#include "intake/desk/replace_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "intake/register/descriptor.h"

namespace gongshi {
namespace {

constexpr mode_t kReadableForAll = 0644;
constexpr std::size_t kChunkBytes = 64U << 10U;

tl::unexpected<Error> cannot(std::string_view what, const std::filesystem::path& file, int number) {
  return failure(ErrorKind::Unavailable,
                 fmt::format("无法{} {}：{}", what, file.string(),
                             std::error_code(number, std::generic_category()).message()));
}

}  // namespace

Result<void> replace_file(const std::filesystem::path& file, std::string_view bytes) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  // Hidden, so that nobody takes a half-written one for content.
  std::string draft = (folder / ("." + file.filename().string() + ".XXXXXX")).string();
  const Descriptor opened(::mkostemp(draft.data(), O_CLOEXEC));
  if (!opened.is_open()) return cannot("写入", file, errno);
  const bool written =
      write_all(opened.number(), bytes) && ::fchmod(opened.number(), kReadableForAll) == 0 &&
      ::fsync(opened.number()) == 0 && std::rename(draft.c_str(), file.c_str()) == 0;
  if (!written) {
    const int number = errno;
    ::unlink(draft.c_str());
    return cannot("写入", file, number);
  }
  if (!sync_folder(folder)) return cannot("写入", file, errno);
  return {};
}

Result<std::string> read_file(const std::filesystem::path& file, std::size_t bytes_max) {
  const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!opened.is_open() && errno == ENOENT) {
    return failure(ErrorKind::NotFound, fmt::format("没有文件 {}", file.string()));
  }
  if (!opened.is_open()) return cannot("读取", file, errno);
  std::string bytes;
  std::array<char, kChunkBytes> chunk;
  while (bytes.size() <= bytes_max) {
    const ssize_t got = ::read(opened.number(), chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return cannot("读取", file, errno);
    if (got == 0) return bytes;
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
  }
  return failure(ErrorKind::Invalid,
                 fmt::format("文件 {} 太大，最多 {} 字节", file.string(), bytes_max));
}

}  // namespace gongshi
