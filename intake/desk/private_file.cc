#include "intake/desk/private_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "intake/register/descriptor.h"

namespace gongshi {

PrivateFile::PrivateFile(std::filesystem::path path)
    : path_(std::move(path)),
      number_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)),
      problem_(number_ < 0 ? errno : 0) {}

PrivateFile::~PrivateFile() {
  if (number_ < 0) return;
  ::close(number_);
  if (!finished_) ::unlink(path_.c_str());
}

void PrivateFile::write(std::string_view bytes) {
  if (problem_ == 0 && !write_all(number_, bytes)) problem_ = errno;
}

void PrivateFile::finish() {
  if (problem_ == 0 && ::fsync(number_) != 0) problem_ = errno;
  finished_ = problem_ == 0;
  if (finished_) sync_folder(path_.parent_path());  // best effort: a stick may not know how
}

Result<void> write_private_file(const std::filesystem::path& file, std::string_view text) {
  PrivateFile out(file);
  out.write(text);
  out.finish();
  if (out.problem() == 0) return {};
  if (out.problem() == EEXIST) {
    return failure(ErrorKind::Conflict, fmt::format("{} 已经有了，没有覆盖", file.string()));
  }
  return failure(ErrorKind::Unavailable,
                 fmt::format("无法写入 {}：{}", file.string(),
                             std::error_code(out.problem(), std::generic_category()).message()));
}

}  // namespace gongshi
