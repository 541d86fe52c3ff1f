#include "generator/publish/known_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cerrno>
#include <ctime>
#include <iterator>
#include <memory>
#include <thread>
#include <utility>

namespace gongshi {
namespace {

constexpr FileTime kSecond = 1'000'000'000;
constexpr std::int64_t kBytesMax = 64 << 20;  // more than any input or page has

// Closes what it opened. All paths are looked up from it: the way there is walked once.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (is_open()) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }

 private:
  int number_;
};

constexpr int kPlain = O_RDONLY | O_CLOEXEC | O_NONBLOCK;

int open_folder(const std::filesystem::path& folder) {
  return open(folder.c_str(), kPlain | O_DIRECTORY);
}

const char* name_of(const std::string& path) { return path.empty() ? "." : path.c_str(); }

FileTime time_of(const timespec& time) { return time.tv_sec * kSecond + time.tv_nsec; }

std::optional<FileStamp> stamp_at(const Descriptor& folder, const std::string& path) {
  struct stat status {};
  if (fstatat(folder.number(), name_of(path), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    return std::nullopt;
  }
  return FileStamp{.inode = status.st_ino,
                   .mode = status.st_mode,
                   .bytes = status.st_size,
                   .modified_at = time_of(status.st_mtim),
                   .changed_at = time_of(status.st_ctim)};
}

// Of exactly as many bytes as the stamp says.
std::optional<Sha256> digest_of_file(const Descriptor& folder, const std::string& path,
                                     std::int64_t expected) {
  if (expected < 0 || expected > kBytesMax) return std::nullopt;
  const Descriptor file(openat(folder.number(), path.c_str(), kPlain | O_NOFOLLOW));
  if (!file.is_open()) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(expected) + 1, '\0');
  std::size_t size = 0;
  while (size < bytes.size()) {
    const ssize_t got = read(file.number(), bytes.data() + size, bytes.size() - size);
    if (got == 0) break;
    if (got < 0 && errno != EINTR) return std::nullopt;
    size += static_cast<std::size_t>(std::max<ssize_t>(got, 0));
  }
  if (size != static_cast<std::size_t>(expected)) return std::nullopt;
  bytes.pop_back();
  return sha256(bytes);
}

struct CloseFolder {
  void operator()(DIR* folder) const { closedir(folder); }
};

// Sorted.
std::optional<std::vector<std::string>> names_in(const Descriptor& folder, const std::string& path,
                                                 const IsLeftOut& is_left_out) {
  const int number = openat(folder.number(), name_of(path), kPlain | O_DIRECTORY | O_NOFOLLOW);
  const std::unique_ptr<DIR, CloseFolder> open(number < 0 ? nullptr : fdopendir(number));
  if (open == nullptr) return std::nullopt;
  std::vector<std::string> names;
  errno = 0;
  while (const dirent* entry = readdir(open.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != ".." && !is_left_out(name)) names.emplace_back(name);
  }
  if (errno != 0) return std::nullopt;
  std::ranges::sort(names);
  return names;
}

// A name holds neither '/' nor a zero byte.
Sha256 digest_of_names(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += name + '/';
  return sha256(text);
}

class FolderWalk {
 public:
  FolderWalk(const Descriptor& root, const IsLeftOut& is_left_out)
      : root_(root), is_left_out_(is_left_out) {}

  bool visit(const std::string& path) {
    const auto stamp = stamp_at(root_, path);
    if (!stamp || (!S_ISREG(stamp->mode) && !S_ISDIR(stamp->mode))) return false;
    found_.push_back({.path = path, .stamp = *stamp, .digest = {}});
    if (S_ISREG(stamp->mode)) return true;
    const auto names = names_in(root_, path, is_left_out_);
    if (!names) return false;
    found_.back().digest = digest_of_names(*names);
    return std::ranges::all_of(*names, [&](const std::string& name) {
      return visit(path.empty() ? name : path + "/" + name);
    });
  }

  std::vector<KnownFile> take() {
    std::ranges::sort(found_, {}, &KnownFile::path);
    return std::move(found_);
  }

 private:
  const Descriptor& root_;
  const IsLeftOut& is_left_out_;
  std::vector<KnownFile> found_;
};

// Rights, and where a file lies on the disk, are in no page.
bool may_be_same(const FileStamp& now, const KnownFile& file) {
  const bool is_same_kind = (now.mode & S_IFMT) == (file.stamp.mode & S_IFMT);
  return file.digest && is_same_kind && (S_ISDIR(now.mode) || now.bytes == file.stamp.bytes);
}

std::optional<Sha256> digest_now(const Descriptor& folder, const KnownFile& file,
                                 const IsLeftOut& is_left_out) {
  if (!S_ISDIR(file.stamp.mode)) return digest_of_file(folder, file.path, file.stamp.bytes);
  const auto names = names_in(folder, file.path, is_left_out);
  if (!names) return std::nullopt;
  return digest_of_names(*names);
}

std::size_t parts_of(int threads) { return static_cast<std::size_t>(std::max(threads, 1)); }

// Calls `work(part, i)` for each i below `count`: as many parts as threads, each in its order.
template <class Work>
void in_parts(std::size_t count, int threads, Work work) {
  const std::size_t parts = parts_of(threads);
  const auto do_part = [&](std::size_t part) {
    for (std::size_t i = count * part / parts; i < count * (part + 1) / parts; ++i) work(part, i);
  };
  std::vector<std::jthread> others;
  for (std::size_t part = 1; part < parts; ++part) others.emplace_back(do_part, part);
  do_part(0);
}

// The stamp and, when that proves nothing, the digest. False when it is no file to be read.
bool know_file(const Descriptor& root, FileTime looked_at, KnownFile& file) {
  const auto stamp = stamp_at(root, file.path);
  if (!stamp || !S_ISREG(stamp->mode)) return false;
  file.stamp = *stamp;
  if (is_settled(*stamp, looked_at)) return true;
  file.digest = digest_of_file(root, file.path, stamp->bytes);
  return file.digest.has_value();
}

void look_at(const Descriptor& root, const KnownFiles& known, std::size_t place,
             const IsLeftOut& is_left_out, Differences& found) {
  const KnownFile& file = known.files[place];
  const auto stamp = stamp_at(root, file.path);
  if (stamp == file.stamp && is_settled(file.stamp, known.looked_at)) return;
  if (stamp && may_be_same(*stamp, file) && digest_now(root, file, is_left_out) == file.digest) {
    found.renewed.emplace_back(place, *stamp);
  } else {
    found.changed.push_back(file.path);
  }
}

}  // namespace

FileTime file_time_now() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return time_of(now);
}

bool is_settled(const FileStamp& stamp, FileTime looked_at) {
  const bool is_coarse = stamp.changed_at % kSecond == 0;
  return stamp.changed_at < looked_at - (is_coarse ? kCoarseTick : kTick);
}

const KnownFile* KnownFiles::find(std::string_view path) const {
  const auto found = std::ranges::lower_bound(files, path, {}, &KnownFile::path);
  return found == files.end() || found->path != path ? nullptr : &*found;
}

KnownFile* KnownFiles::find(std::string_view path) {
  const auto found = std::ranges::lower_bound(files, path, {}, &KnownFile::path);
  return found == files.end() || found->path != path ? nullptr : &*found;
}

std::optional<KnownFiles> know_folder(const std::filesystem::path& folder,
                                      const IsLeftOut& is_left_out) {
  KnownFiles known{.looked_at = file_time_now(), .files = {}};
  const Descriptor root(open_folder(folder));
  if (!root.is_open()) return std::nullopt;
  FolderWalk walk(root, is_left_out);
  if (!walk.visit("")) return std::nullopt;
  known.files = walk.take();
  return known;
}

std::optional<KnownFiles> know_files(const std::filesystem::path& folder,
                                     std::vector<std::string> paths, FileTime looked_at,
                                     int threads) {
  KnownFiles known{.looked_at = looked_at, .files = {}};
  const Descriptor root(open_folder(folder));
  if (!root.is_open()) return std::nullopt;
  std::ranges::sort(paths);
  known.files.resize(paths.size());
  std::atomic<bool> is_whole = true;
  in_parts(paths.size(), threads, [&](std::size_t, std::size_t i) {
    known.files[i].path = std::move(paths[i]);
    if (!know_file(root, looked_at, known.files[i])) is_whole = false;
  });
  if (!is_whole) return std::nullopt;
  return known;
}

Differences differences(const std::filesystem::path& folder, const KnownFiles& known,
                        const IsLeftOut& is_left_out, int threads) {
  Differences found{.changed = {}, .renewed = {}, .looked_at = file_time_now()};
  const Descriptor root(open_folder(folder));
  std::vector<Differences> found_in(parts_of(threads));
  in_parts(known.files.size(), threads, [&](std::size_t part, std::size_t i) {
    look_at(root, known, i, is_left_out, found_in[part]);
  });
  for (Differences& part : found_in) {
    std::ranges::move(part.changed, std::back_inserter(found.changed));
    std::ranges::move(part.renewed, std::back_inserter(found.renewed));
  }
  return found;
}

void renew_stamps(KnownFiles& known, const Differences& found) {
  for (const auto& [place, stamp] : found.renewed) known.files[place].stamp = stamp;
  known.looked_at = found.looked_at;
}

void replace_files(KnownFiles& known, KnownFiles fresh) {
  assert(known.looked_at == fresh.looked_at);
  for (KnownFile& file : fresh.files) {
    KnownFile* place = known.find(file.path);
    assert(place != nullptr);
    *place = std::move(file);
  }
}

}  // namespace gongshi
