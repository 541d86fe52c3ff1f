#include "intake/register/high_water.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

#include "intake/register/data_folder.h"

namespace gongshi {
namespace {

constexpr const char* kFile = "log.high-water";
constexpr std::int64_t kSecondPlace{kHighWaterPlaceBytes};

std::string reason() { return std::generic_category().message(errno); }

// A place's bytes: the checkpoint, then zeros.
std::string fill_place(std::string_view checkpoint) {
  std::string place(checkpoint);
  place.resize(kHighWaterPlaceBytes, '\0');
  return place;
}

std::optional<Checkpoint> open_place(std::string_view place, const NoteVerifier& log) {
  const Result<Checkpoint> head = open_checkpoint(place.substr(0, place.find('\0')), log);
  return head ? std::optional(*head) : std::nullopt;
}

// Keeps other processes out; the mutex keeps out other threads.
class FileLock {
 public:
  explicit FileLock(int file) : file_(file) {
    while (::flock(file_, LOCK_EX) != 0 && errno == EINTR) {
    }
  }
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock() { ::flock(file_, LOCK_UN); }

 private:
  int file_;
};

}  // namespace

Result<void> HighWater::create(const std::filesystem::path& folder, std::string_view checkpoint) {
  const std::filesystem::path file = folder / kFile;
  if (Result<void> made = make_private_file(file); !made) return made;
  const Descriptor out(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
  const std::string place = fill_place(checkpoint);
  if (out.is_open() && write_all(out.number(), place + place) && ::fsync(out.number()) == 0) {
    sync_folder(folder);
    return {};
  }
  const std::string why = reason();
  ::unlink(file.c_str());
  return failure(ErrorKind::Unavailable,
                 fmt::format("{}: cannot be written ({})", file.string(), why));
}

void HighWater::remove(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::filesystem::remove(folder / kFile, ignored);
}

Result<HighWater> HighWater::open(const std::filesystem::path& folder, const NoteVerifier& log) {
  const std::filesystem::path path = folder / kFile;
  Descriptor file(::open(path.c_str(), O_RDWR | O_CLOEXEC));
  if (!file.is_open() && errno == ENOENT) {
    return failure(ErrorKind::NotFound,
                   fmt::format("{} is missing: without it nobody knows how far the log was signed; "
                               "bring it from where the register was, or give gongshi-intake "
                               "restore the newest checkpoint that anybody has of this log",
                               path.string()));
  }
  if (!file.is_open()) {
    return failure(ErrorKind::Unavailable,
                   fmt::format("{}: cannot be opened ({})", path.string(), reason()));
  }
  HighWater mark(std::unique_ptr<State>(new State{std::move(file), path, log, {}, {}}));
  const Result<Checkpoint> head = mark.read();
  if (!head) return tl::unexpected(head.error());
  mark.state_->leaves = head->leaves;
  return mark;
}

Result<Checkpoint> HighWater::read() const {
  const std::scoped_lock lock(state_->mutex);
  const FileLock alone(state_->file.number());
  return read_places().map([](const Places& places) { return places.newest; });
}

Result<void> HighWater::raise(const Checkpoint& head, std::string_view checkpoint) {
  if (head.leaves <= leaves()) return {};
  const std::scoped_lock lock(state_->mutex);
  if (head.leaves <= leaves()) return {};  // while we waited
  const FileLock alone(state_->file.number());
  return raise_locked(head, checkpoint);
}

Result<void> HighWater::raise_locked(const Checkpoint& head, std::string_view checkpoint) {
  const Result<Places> places = read_places();
  if (!places) return tl::unexpected(places.error());
  const Checkpoint& mark = places->newest;
  if (mark.leaves == head.leaves && mark.root != head.root) {
    return failure(
        ErrorKind::Corrupt,
        fmt::format("{} knows another head of {} leaves than the register: two registers "
                    "sign with one key; stop both",
                    state_->path.string(), head.leaves));
  }
  if (mark.leaves < head.leaves) {
    const std::string place = fill_place(checkpoint);
    const int file = state_->file.number();
    const ssize_t written = ::pwrite(file, place.data(), place.size(), places->older_at);
    if (written != static_cast<ssize_t>(place.size()) || ::fdatasync(file) != 0) {
      return failure(ErrorKind::Unavailable,
                     fmt::format("{}: cannot be written ({})", state_->path.string(), reason()));
    }
    remember_written(head, place, places->older_at);
  }
  state_->leaves = std::max(mark.leaves, head.leaves);
  return {};
}

// The place at `at` holds this head now.
void HighWater::remember_written(const Checkpoint& head, std::string_view place,
                                 std::int64_t at) const {
  std::string bytes = state_->bytes;
  bytes.replace(static_cast<std::size_t>(at), place.size(), place);
  remember(std::move(bytes), {.newest = head, .older_at = at == 0 ? kSecondPlace : 0});
}

Result<HighWater::Places> HighWater::read_places() const {
  std::string bytes(2 * kHighWaterPlaceBytes, '\0');
  if (::pread(state_->file.number(), bytes.data(), bytes.size(), 0) < 0) {
    return failure(ErrorKind::Unavailable,
                   fmt::format("{}: cannot be read ({})", state_->path.string(), reason()));
  }
  if (bytes == state_->bytes) return state_->places;
  Result<Places> places = verify_places(bytes);
  if (places) remember(std::move(bytes), *places);
  return places;
}

void HighWater::remember(std::string bytes, const Places& places) const {
  state_->bytes = std::move(bytes);
  state_->places = places;
}

Result<HighWater::Places> HighWater::verify_places(std::string_view all) const {
  const auto first = open_place(all.substr(0, kHighWaterPlaceBytes), state_->log);
  const auto second = open_place(all.substr(kHighWaterPlaceBytes), state_->log);
  if (!first && !second) {
    return failure(ErrorKind::Corrupt,
                   fmt::format("{} holds no checkpoint that this log signed: bring the file from "
                               "where the register was, or give gongshi-intake restore the newest "
                               "checkpoint that anybody has of this log",
                               state_->path.string()));
  }
  const bool first_is_newest = first && (!second || second->leaves <= first->leaves);
  return Places{.newest = first_is_newest ? *first : *second,
                .older_at = first_is_newest ? kSecondPlace : 0};
}

}  // namespace gongshi
