#include "generator/publish/staging.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace gongshi {
namespace {

namespace fs = std::filesystem;

constexpr int kNewFile = O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC;
constexpr mode_t kFileMode = 0666;    // what the umask leaves of it
constexpr mode_t kFolderMode = 0777;  // likewise

std::error_code last_error() { return {errno, std::generic_category()}; }

tl::unexpected<Error> not_written(const fs::path& path, const std::error_code& error) {
  return failure(ErrorKind::Unavailable,
                 fmt::format("写入 {} 失败：{}。", path.string(), error.message()));
}

// The folder of `path` below `root`, and those around it that are not there yet. False, and errno
// says why, when one cannot be made.
bool make_folder_of(int root, const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return false;  // it is the root that is gone
  const std::string folder = path.substr(0, slash);
  const auto make = [&] { return ::mkdirat(root, folder.c_str(), kFolderMode) == 0; };
  return make() || errno == EEXIST ||
         (errno == ENOENT && make_folder_of(root, folder) && (make() || errno == EEXIST));
}

// The file at `path` below `root`, opened, in a folder that is made if need be.
int open_new(int root, const std::string& path) {
  const int file = ::openat(root, path.c_str(), kNewFile, kFileMode);
  if (file >= 0 || errno != ENOENT || !make_folder_of(root, path)) return file;
  return ::openat(root, path.c_str(), kNewFile, kFileMode);
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

Staging::~Staging() {
  if (opened_ >= 0) ::close(opened_);
}

// The folder, made if need be; -1, and errno says why, when that is refused.
int Staging::opened() const {
  const std::scoped_lock lock(mutex_);
  if (opened_ >= 0) return opened_;
  std::error_code error;
  fs::create_directories(folder_, error);
  opened_ = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  return opened_;
}

Result<void> Staging::put(const std::string& path, std::string_view bytes) const {
  const auto failed = [&](const std::error_code& error) {
    return not_written(folder_ / path, error);
  };
  const int root = opened();
  const int file = root < 0 ? -1 : open_new(root, path);
  if (file < 0) return failed(last_error());
  const bool written = write_all(file, bytes);
  const std::error_code error = written ? std::error_code() : last_error();
  if (::close(file) != 0 && !error) return failed(last_error());
  if (error) return failed(error);
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
  const std::scoped_lock lock(mutex_);
  if (opened_ >= 0) ::close(std::exchange(opened_, -1));
  std::error_code error;
  fs::remove_all(folder_, error);
  return error;
}

}  // namespace gongshi
