#include "generator/preview/folder_watch.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// Not IN_MODIFY: a file that is being written is empty, or half there, until it is closed. Not
// IN_ACCESS and IN_OPEN: a build reads the files itself.
constexpr std::uint32_t kChanges = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVE | IN_ATTRIB |
                                   IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
constexpr std::size_t kBlock = 1 << 16;

// What changed is no matter: whoever is woken looks at everything.
void drain(int events) {
  std::array<char, kBlock> block{};
  while (read(events, block.data(), block.size()) > 0) {
  }
}

// -1 waits for ever.
int poll_for(int events, int stop, int at_most_milliseconds, bool& is_stopped) {
  std::array<pollfd, 2> waiting = {{{.fd = events, .events = POLLIN, .revents = 0},
                                    {.fd = stop, .events = POLLIN, .revents = 0}}};
  const int count = poll(waiting.data(), waiting.size(), at_most_milliseconds);
  is_stopped = count > 0 && waiting[1].revents != 0;
  return count;
}

}  // namespace

FolderWatch::FolderWatch(int events, std::vector<fs::path> folders)
    : events_(events), folders_(std::move(folders)) {}

FolderWatch::FolderWatch(FolderWatch&& other) noexcept
    : events_(std::exchange(other.events_, -1)), folders_(std::move(other.folders_)) {}

FolderWatch::~FolderWatch() {
  if (events_ >= 0) close(events_);
}

Result<FolderWatch> FolderWatch::on(std::vector<fs::path> folders) {
  const int events = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  FolderWatch watch(events, std::move(folders));
  if (events < 0) {
    return failure(ErrorKind::Unavailable, "系统不让再监视文件夹（inotify）；请关掉别的监视程序");
  }
  if (auto done = watch.renew(); !done) return tl::unexpected<Error>(done.error());
  return watch;
}

Result<void> FolderWatch::renew() {
  for (const fs::path& folder : folders_) {
    std::vector<fs::path> all = {folder};
    std::error_code ignored;  // what is gone has been reported by the folder around it
    for (fs::recursive_directory_iterator entry(folder, ignored), end; !ignored && entry != end;
         entry.increment(ignored)) {
      std::error_code failed;
      if (!entry->is_symlink(failed) && entry->is_directory(failed)) all.push_back(entry->path());
    }
    for (const fs::path& one : all) {
      if (inotify_add_watch(events_, one.c_str(), kChanges) >= 0 || errno != ENOSPC) continue;
      return failure(
          ErrorKind::Unavailable,
          fmt::format("文件夹太多，系统不让再监视“{}”；请管理员调高 fs.inotify.max_user_watches",
                      one.string()));
    }
  }
  return {};
}

Woken FolderWatch::wait(int stop, std::optional<milliseconds> at_most) const {
  bool is_stopped = false;
  const int first = at_most ? static_cast<int>(at_most->count()) : -1;
  const int count = poll_for(events_, stop, first, is_stopped);
  if (is_stopped || (count < 0 && errno != EINTR)) return Woken::Stopped;
  if (count <= 0) return Woken::TimedOut;
  const Clock::time_point patience = Clock::now() + kPatience;
  do {
    drain(events_);
    if (poll_for(events_, stop, static_cast<int>(kQuiet.count()), is_stopped) <= 0) break;
  } while (!is_stopped && Clock::now() < patience);
  return is_stopped ? Woken::Stopped : Woken::Changed;
}

}  // namespace gongshi
