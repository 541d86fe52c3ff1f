// The high-water mark: the newest head of the log that anybody may have seen, in a file of its own
// that no backup of the database brings back. A log that signed a head of 100 leaves and then,
// restored from yesterday's backup, another of 100 leaves, has lied, and everybody can prove it; so
// a register whose log is behind its mark is not written to.
//
// log.high-water has two places of 4 KiB, which are written in turn, each holding a signed
// checkpoint: whatever a power cut leaves of one, the other is whole. Both are of fixed size, so
// that a sync is one write to the disk. The file may be a link to another disk; then even who
// restores the whole folder does not restore the mark. Inside register/ only.
#ifndef INTAKE_REGISTER_HIGH_WATER_H_
#define INTAKE_REGISTER_HIGH_WATER_H_

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "generator/notice/error.h"
#include "intake/log/checkpoint.h"
#include "intake/log/note_key.h"
#include "intake/register/descriptor.h"

namespace gongshi {

// A place holds a checkpoint whole: the origin twice, and less than 200 bytes.
inline constexpr std::size_t kHighWaterPlaceBytes = 4096;
inline constexpr std::size_t kOriginBytesMax = 1024;

// Threads and processes: any may raise, at the same time.
class HighWater {
 public:
  // Makes the file, durably, with this signed checkpoint. Conflict when it is there.
  static Result<void> create(const std::filesystem::path& folder, std::string_view checkpoint);

  // Takes back what create() made.
  static void remove(const std::filesystem::path& folder);

  // NotFound when there is no file, Corrupt when neither place holds a checkpoint of this log, or
  // both hold one of the same size and another root; each sentence says what to do.
  static Result<HighWater> open(const std::filesystem::path& folder, const NoteVerifier& log);

  // As far as this process knows; another one may have raised it since.
  std::uint64_t leaves() const { return state_->leaves.load(); }

  // The mark as it stands in the file.
  Result<Checkpoint> read() const;

  // The mark is at least at this signed checkpoint when it returns, durably. Corrupt when the mark
  // is another head of the same size; Unavailable when the disk does not write.
  Result<void> raise(const Checkpoint& head, std::string_view checkpoint);

 private:
  struct Places {
    Checkpoint newest;
    std::int64_t older_at = 0;  // the place to write to next
  };
  struct State {
    Descriptor file;
    std::filesystem::path path;
    NoteVerifier log;
    std::mutex mutex;  // one thread at a time; the file's lock keeps out other processes
    std::atomic<std::uint64_t> leaves;
    std::string bytes = {};  // of both places, as they were read or written last
    Places places = {};      // what was found in them
  };

  explicit HighWater(std::unique_ptr<State> state) : state_(std::move(state)) {}
  // What the file holds. Verified once for the same bytes.
  Result<Places> read_places() const;
  Result<Places> verify_places(std::string_view all) const;
  void remember(std::string bytes, const Places& places) const;
  void remember_written(const Checkpoint& head, std::string_view place, std::int64_t at) const;
  Result<void> raise_locked(const Checkpoint& head, std::string_view checkpoint);

  std::unique_ptr<State> state_;
};

}  // namespace gongshi

#endif  // INTAKE_REGISTER_HIGH_WATER_H_
