#include "intake/http/file_cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <list>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "intake/http/compression.h"

namespace gongshi {
namespace {

using std::chrono::nanoseconds;

// What an entry takes beside its bytes and its path, roughly.
constexpr std::size_t kEntryBytes = 512;

nanoseconds since_epoch(const timespec& time) {
  return std::chrono::seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

FileStamp stamp_of(const struct stat& status) {
  return {.device = status.st_dev,
          .inode = status.st_ino,
          .size = status.st_size,
          .modified = since_epoch(status.st_mtim),
          .changed = since_epoch(status.st_ctim)};
}

// By the clock that stamps files: no stamp is later than it.
nanoseconds now_on_disk() {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  return since_epoch(now);
}

// An open file that closes itself.
class OpenFile {
 public:
  // O_NONBLOCK: opening a pipe must not wait for a writer. O_NOFOLLOW: a link could lead elsewhere.
  explicit OpenFile(const std::string& path)
      : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (fd_ >= 0) ::close(fd_);
  }

  // Of a regular file only.
  std::optional<FileStamp> stamp() const {
    struct stat status {};
    if (fd_ < 0 || ::fstat(fd_, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return stamp_of(status);
  }

  std::optional<std::string> read(off_t size) const {
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
      const ssize_t got = ::read(fd_, bytes.data() + done, bytes.size() - done);
      if (got <= 0) return std::nullopt;
      done += static_cast<std::size_t>(got);
    }
    return bytes;
  }

 private:
  int fd_;
};

struct ReadFile {
  FileStamp stamp;
  bool is_steady = false;  // the file did not change while it was read
  std::string bytes;
};

std::optional<ReadFile> read_file(const std::string& path) {
  const OpenFile file(path);
  const std::optional<FileStamp> stamp = file.stamp();
  if (!stamp) return std::nullopt;
  std::optional<std::string> bytes = file.read(stamp->size);
  if (!bytes) return std::nullopt;
  return ReadFile{.stamp = *stamp, .is_steady = file.stamp() == stamp, .bytes = *std::move(bytes)};
}

}  // namespace

struct FileCache::State {
  struct Entry {
    FoundFile file;
    // By coding. `tried` and null: it would not be smaller.
    std::array<SharedBytes, kContentCodings> compressed{};
    std::array<bool, kContentCodings> tried{};
    std::size_t held = 0;
  };
  using Entries = std::list<Entry>;

  const FileCacheLimits limits;
  std::mutex compressing;  // held by the one thread that compresses
  std::mutex mutex;        // guards all below
  Entries entries;         // the one that was read last first
  std::unordered_map<std::string, Entries::iterator> by_path;
  std::size_t held = 0;

  explicit State(const FileCacheLimits& of) : limits(of) {}

  // The entry of a file that looks like `stamp`, now the first; null when there is none.
  Entry* touch(const std::string& path, const FileStamp& stamp) {
    const auto found = by_path.find(path);
    if (found == by_path.end() || found->second->file.stamp != stamp) return nullptr;
    entries.splice(entries.begin(), entries, found->second);
    return &entries.front();
  }

  void remove(Entries::iterator entry) {
    held -= entry->held;
    by_path.erase(entry->file.path);
    entries.erase(entry);
  }

  void hold(Entry& entry, std::size_t more) {
    entry.held += more;
    held += more;
    while (held > limits.bytes_max) remove(std::prev(entries.end()));
  }

  // Of a long file only what it is.
  void add(FoundFile file) {
    if (file.size > kCachedFileBytesMax) file.bytes = nullptr;
    const std::size_t bytes = kEntryBytes + 2 * file.path.size() + (file.bytes ? file.size : 0);
    const std::lock_guard lock(mutex);
    if (const auto old = by_path.find(file.path); old != by_path.end()) remove(old->second);
    entries.push_front({.file = std::move(file)});
    by_path.emplace(entries.front().file.path, entries.begin());
    hold(entries.front(), bytes);
  }

  // A file that changed a moment ago may change again and look the same: it is not remembered yet.
  bool is_settled(const FileStamp& stamp) const {
    return stamp.changed + limits.settled_after <= now_on_disk();
  }

  std::optional<FoundFile> load(const std::string& path) {
    std::optional<ReadFile> read = read_file(path);
    if (!read) return std::nullopt;
    FoundFile file{.path = path,
                   .stamp = read->stamp,
                   .digest = sha256(read->bytes),
                   .size = read->bytes.size(),
                   .bytes = std::make_shared<const std::string>(std::move(read->bytes))};
    if (read->is_steady && is_settled(read->stamp)) add(file);
    return file;
  }

  // Nothing when this file is not in memory, or was not compressed yet.
  std::optional<SharedBytes> compressed_before(const FoundFile& file, std::size_t coding) {
    const std::lock_guard lock(mutex);
    const auto found = by_path.find(file.path);
    if (found == by_path.end() || found->second->file.bytes != file.bytes) return SharedBytes();
    if (!found->second->tried[coding]) return std::nullopt;
    return found->second->compressed[coding];
  }

  void keep_compressed(const FoundFile& file, std::size_t coding, const SharedBytes& bytes) {
    const std::lock_guard lock(mutex);
    const auto found = by_path.find(file.path);
    if (found == by_path.end() || found->second->file.bytes != file.bytes) return;
    Entry& entry = *found->second;
    entry.tried[coding] = true;
    entry.compressed[coding] = bytes;
    if (bytes) hold(entry, bytes->size());
  }
};

FileCache::FileCache(const FileCacheLimits& limits) : state_(std::make_unique<State>(limits)) {}
FileCache::FileCache(FileCache&&) noexcept = default;
FileCache& FileCache::operator=(FileCache&&) noexcept = default;
FileCache::~FileCache() = default;

std::optional<FoundFile> FileCache::find(const std::string& path) const {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return std::nullopt;
  if (S_ISDIR(status.st_mode)) return FoundFile{.is_folder = true, .path = path};
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  {
    const std::lock_guard lock(state_->mutex);
    const State::Entry* const known = state_->touch(path, stamp_of(status));
    if (known != nullptr) return known->file;
  }
  return state_->load(path);
}

SharedBytes FileCache::read(const FoundFile& file) {
  if (file.bytes) return file.bytes;
  std::optional<ReadFile> read = read_file(file.path);
  if (!read || !read->is_steady || read->stamp != file.stamp) return nullptr;
  return std::make_shared<const std::string>(std::move(read->bytes));
}

SharedBytes FileCache::compressed(const FoundFile& file, ContentCoding coding) const {
  if (!file.bytes) return nullptr;
  const auto index = static_cast<std::size_t>(coding);
  if (auto before = state_->compressed_before(file, index)) return *std::move(before);
  const std::unique_lock alone(state_->compressing, std::try_to_lock);
  if (!alone) return nullptr;
  SharedBytes bytes;
  if (auto packed = compress(*file.bytes, coding)) {
    bytes = std::make_shared<const std::string>(*std::move(packed));
  }
  state_->keep_compressed(file, index, bytes);
  return bytes;
}

std::size_t FileCache::bytes_held() const {
  const std::lock_guard lock(state_->mutex);
  return state_->held;
}

}  // namespace gongshi
