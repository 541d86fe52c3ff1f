// Waits for somebody to change a file below some folders.
#ifndef GENERATOR_PREVIEW_FOLDER_WATCH_H_
#define GENERATOR_PREVIEW_FOLDER_WATCH_H_

#include <chrono>
#include <filesystem>
#include <optional>
#include <vector>

#include "generator/notice/error.h"

namespace gongshi {

// An editor saves in several steps, a copy comes in many files: the wait goes on until nothing has
// happened for this long…
inline constexpr std::chrono::milliseconds kQuiet{10};
// …but no longer than this.
inline constexpr std::chrono::milliseconds kPatience{200};

enum class Woken { Changed, Stopped, TimedOut };

// One thread.
class FolderWatch {
 public:
  // Unavailable when the system allows no more watches; the sentence says how to get them.
  static Result<FolderWatch> on(std::vector<std::filesystem::path> folders);
  FolderWatch(FolderWatch&& other) noexcept;
  FolderWatch& operator=(FolderWatch&&) = delete;
  ~FolderWatch();

  // From now on, folders included that are new since. Call it before reading them: what changes
  // after the call is reported by the next wait(). A folder that is gone is no failure.
  Result<void> renew();

  // Until something changes, a byte comes in from `stop` (a pipe, or -1), or `at_most` is over.
  Woken wait(int stop, std::optional<std::chrono::milliseconds> at_most) const;

 private:
  FolderWatch(int events, std::vector<std::filesystem::path> folders);

  int events_ = -1;
  std::vector<std::filesystem::path> folders_;
};

}  // namespace gongshi

#endif  // GENERATOR_PREVIEW_FOLDER_WATCH_H_
