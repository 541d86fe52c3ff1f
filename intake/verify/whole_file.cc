#include "intake/verify/whole_file.h"

#include <fmt/format.h>

#include <fstream>
#include <system_error>

namespace gongshi {

Result<std::string> read_whole_file(const std::filesystem::path& file, std::size_t bytes_max) {
  std::error_code problem;
  const auto type = std::filesystem::status(file, problem).type();
  if (type == std::filesystem::file_type::not_found) {
    return failure(ErrorKind::NotFound, fmt::format("没有文件 {}", file.string()));
  }
  std::ifstream in(file, std::ios::binary);
  std::string bytes(bytes_max + 1, '\0');
  if (type == std::filesystem::file_type::directory || !in ||
      in.read(bytes.data(), static_cast<std::streamsize>(bytes.size())).bad()) {
    return failure(ErrorKind::Unavailable, fmt::format("读不了文件 {}", file.string()));
  }
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  if (bytes.size() <= bytes_max) return bytes;
  return failure(ErrorKind::Unavailable,
                 fmt::format("文件 {} 太大，最多 {} 字节", file.string(), bytes_max));
}

Result<void> write_whole_file(const std::filesystem::path& file, std::string_view bytes) {
  std::filesystem::path draft = file;
  draft += ".new";
  std::error_code problem;
  {
    std::ofstream out(draft, std::ios::binary | std::ios::trunc);
    out << bytes;
    out.flush();
    if (!out) problem = std::make_error_code(std::errc::io_error);
  }
  if (!problem) std::filesystem::rename(draft, file, problem);
  if (!problem) return {};
  return failure(ErrorKind::Unavailable,
                 fmt::format("写不了文件 {}：{}", file.string(), problem.message()));
}

}  // namespace gongshi
