#include "generator/publish/staging.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace gongshi {
namespace {

namespace fs = std::filesystem;

constexpr int kNewFile = O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC;
constexpr mode_t kFileMode = 0666;  // what the umask leaves of it

std::error_code last_error() { return {errno, std::generic_category()}; }

tl::unexpected<Error> not_written(const fs::path& path, const std::error_code& error) {
  return failure(ErrorKind::Unavailable,
                 fmt::format("写入 {} 失败：{}。", path.string(), error.message()));
}

// The file, opened, in a folder that is made if need be.
int open_new(const fs::path& path) {
  const int file = ::open(path.c_str(), kNewFile, kFileMode);
  if (file >= 0 || errno != ENOENT) return file;
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  return ::open(path.c_str(), kNewFile, kFileMode);
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool is_nothing(const fs::path& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) != 0 && errno == ENOENT;
}

// The topmost folder of `path` that the site lacks, with a '/' at its end; "" when it has all.
// `known` is one that it has, found before.
std::string missing_folder(const fs::path& site, const std::string& path, std::string& known) {
  for (std::size_t slash = path.find('/'); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    const std::string folder = path.substr(0, slash);
    if (known.starts_with(folder + "/")) continue;
    if (is_nothing(site / folder)) return folder + "/";
    known = folder + "/";
  }
  return "";
}

}  // namespace

Result<void> Staging::put(const std::string& path, std::string_view bytes) const {
  const fs::path target = folder_ / path;
  const int file = open_new(target);
  if (file < 0) return not_written(target, last_error());
  const bool written = write_all(file, bytes);
  const std::error_code error = written ? std::error_code() : last_error();
  if (::close(file) != 0 && !error) return not_written(target, last_error());
  if (error) return not_written(target, error);
  return {};
}

Result<void> Staging::move(const std::set<std::string>& paths, const std::string& last) const {
  std::string known;  // a folder that the site has
  for (auto path = paths.begin(); path != paths.end();) {
    if (*path == last) {
      ++path;
      continue;
    }
    std::string moved = missing_folder(site_, *path, known);
    if (moved.empty() || last.starts_with(moved)) moved = *path;
    const auto rest = std::find_if_not(path, paths.end(), [&](const std::string& each) {
      return moved.ends_with('/') ? each.starts_with(moved) : each == moved;
    });
    if (moved.ends_with('/')) moved.pop_back();
    if (auto done = move_one(moved); !done) return done;
    path = rest;
  }
  return {};
}

Result<void> Staging::move_one(const std::string& path) const {
  const fs::path target = site_ / path;
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  if (!error) fs::rename(folder_ / path, target, error);
  if (error) return not_written(target, error);
  return {};
}

std::error_code Staging::sweep() const {
  std::error_code error;
  fs::remove_all(folder_, error);
  return error;
}

}  // namespace gongshi
