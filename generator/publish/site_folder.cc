#include "generator/publish/site_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <fstream>
#include <mutex>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "generator/publish/staging.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using Paths = std::set<std::string>;

constexpr const char* kOwnFolder = ".gongshi";  // the list, the lock, and files being written
constexpr const char* kList = "files";
constexpr const char* kLock = "lock";
constexpr const char* kRecord = "record";
constexpr const char* kStaging = "new";
constexpr std::size_t kBlock = 1 << 16;  // read at a time

tl::unexpected<Error> disk_failure(std::string_view what, const fs::path& path,
                                   const std::error_code& error) {
  return failure(ErrorKind::Unavailable,
                 fmt::format("{} {} 失败：{}。", what, path.string(), error.message()));
}

std::error_code last_error() { return {errno, std::generic_category()}; }

std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes;
  std::array<char, kBlock> block{};
  // Unlike an iterator, read() turns what a disk, or a folder, throws into a state.
  while (file.read(block.data(), block.size()) || file.gcount() > 0) {
    bytes.append(block.data(), static_cast<std::size_t>(file.gcount()));
  }
  if (!file.is_open() || file.bad()) return std::nullopt;
  return bytes;
}

Result<void> write_file(const fs::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) return disk_failure("写入", path, last_error());
  return {};
}

bool same_bytes(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  if (fs::file_size(path, error) != bytes.size() || error) return false;
  return read_file(path) == bytes;
}

// The folder as it would be called with all links and dots gone, whether or not it exists.
fs::path resolved(const fs::path& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);
  const fs::path known = fs::weakly_canonical(whole, error);
  const fs::path& best = error ? whole : known;
  return best.has_filename() ? best : best.parent_path();
}

bool holds(const fs::path& outer, const fs::path& inner) {
  const auto [rest, unused] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return rest == outer.end();
}

Result<void> keep_apart(const fs::path& folder, std::span<const fs::path> sources) {
  for (const fs::path& source : sources) {
    if (!holds(resolved(source), resolved(folder)) && !holds(resolved(folder), resolved(source))) {
      continue;
    }
    return failure(ErrorKind::Invalid,
                   fmt::format("输出文件夹 {} 与 {} 重叠，生成的文件会混进原文；请另选一个文件夹。",
                               folder.string(), source.string()));
  }
  return {};
}

Paths parse_list(std::string_view text) {
  Paths paths;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    if (end > 0) paths.emplace(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return paths;
}

std::string write_list(const Paths& paths) {
  std::string text;
  for (const std::string& path : paths) text += path + "\n";
  return text;
}

// A path in the list that a hand put there must not lead out of the folder.
bool stays_inside(const std::string& path) {
  const fs::path normal = fs::path(path).lexically_normal();
  return normal.is_relative() && normal.has_filename() && *normal.begin() != ".." && normal != ".";
}

}  // namespace

struct SiteFolder::State {
  fs::path folder;
  int lock = -1;
  std::string unread;    // the text of the list, until begin() reads it
  Paths known;           // made by earlier builds, by the list
  Paths announced;       // made by this one
  bool is_same = false;  // begin_again(): nothing is announced, what is known is made again
  std::atomic<int> unchanged{0};
  std::atomic<int> scratch{0};  // numbers the files set aside
  std::mutex mutex;             // over `aside`
  Paths aside;                  // announced, and waiting in `staging`
  Staging staging;

  explicit State(const fs::path& site) : folder(site), staging(own(kStaging), site) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (lock < 0) return;
    (void)sweep_scratch();
    ::close(lock);
  }

  fs::path own(std::string_view name) const { return folder / kOwnFolder / name; }

  Result<void> take_lock();
  Result<void> sweep_scratch() const;
  Result<fs::path> set_aside(std::string_view bytes);
  Result<void> move_into_place(const fs::path& from, const std::string& path) const;
  Result<void> keep_list(const Paths& paths);
  Result<void> announce();
  Result<int> remove_stale();
};

Result<void> SiteFolder::State::take_lock() {
  lock = ::open(own(kLock).c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
  if (lock < 0) return disk_failure("打开", own(kLock), last_error());
  if (::flock(lock, LOCK_EX | LOCK_NB) == 0) return {};
  return failure(ErrorKind::Conflict,
                 fmt::format("另一个 gongshi 正在向 {} 写入；请等它结束再试。", folder.string()));
}

// What a build that was cut off left in the middle of writing.
Result<void> SiteFolder::State::sweep_scratch() const {
  std::error_code error;
  for (fs::directory_iterator entry(folder / kOwnFolder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().filename().string().starts_with("new-")) fs::remove(entry->path(), error);
  }
  if (!error) error = staging.sweep();
  if (error) return disk_failure("清理", folder / kOwnFolder, error);
  return {};
}

Result<fs::path> SiteFolder::State::set_aside(std::string_view bytes) {
  fs::path path = own("new-" + std::to_string(scratch++));
  if (auto done = write_file(path, bytes); !done) return tl::unexpected<Error>(done.error());
  return path;
}

Result<void> SiteFolder::State::move_into_place(const fs::path& from,
                                                const std::string& path) const {
  const fs::path target = folder / path;
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  if (!error) fs::rename(from, target, error);
  if (error) return disk_failure("写入", target, error);
  return {};
}

Result<void> SiteFolder::State::keep_list(const Paths& paths) {
  const std::string list = write_list(paths);
  if (same_bytes(own(kList), list)) return {};
  const auto from = set_aside(list);
  if (!from) return tl::unexpected<Error>(from.error());
  return move_into_place(*from, fs::path(kOwnFolder) / kList);
}

// Extends the list by what is about to come.
Result<void> SiteFolder::State::announce() {
  if (is_same) return {};
  Paths both = known;
  both.insert(announced.begin(), announced.end());
  return keep_list(both);
}

// And leaves the list of what was announced alone.
Result<int> SiteFolder::State::remove_stale() {
  if (is_same) return 0;
  int removed = 0;
  for (const std::string& path : known) {
    if (announced.contains(path) || !stays_inside(path)) continue;
    std::error_code error;
    if (fs::remove(folder / path, error)) ++removed;
    if (error) return disk_failure("删除", folder / path, error);
    // Folders that this leaves empty go too; the first that is not stops it.
    for (fs::path up = fs::path(path).parent_path(); !up.empty(); up = up.parent_path()) {
      if (!fs::is_empty(folder / up, error) || !fs::remove(folder / up, error)) break;
    }
  }
  if (auto done = keep_list(announced); !done) return tl::unexpected<Error>(done.error());
  return removed;
}

SiteFolder::SiteFolder(std::unique_ptr<State> state) : state_(std::move(state)) {}
SiteFolder::SiteFolder(SiteFolder&&) noexcept = default;
SiteFolder& SiteFolder::operator=(SiteFolder&&) noexcept = default;
SiteFolder::~SiteFolder() = default;

Result<SiteFolder> SiteFolder::open(const fs::path& folder, std::span<const fs::path> sources) {
  if (auto apart = keep_apart(folder, sources); !apart) return tl::unexpected<Error>(apart.error());
  auto state = std::make_unique<State>(folder);
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error)) {
    return failure(ErrorKind::Invalid, fmt::format("{} 不是文件夹。", folder.string()));
  }
  const bool ours = fs::is_directory(folder / kOwnFolder, error);
  if (!ours && fs::exists(folder, error) && !fs::is_empty(folder, error)) {
    return failure(
        ErrorKind::Conflict,
        fmt::format("输出文件夹 {} 里已有别的文件，不是 gongshi 生成的；请换一个空文件夹。",
                    folder.string()));
  }
  fs::create_directories(folder / kOwnFolder, error);
  if (error) return disk_failure("建立文件夹", folder, error);
  if (auto done = state->take_lock(); !done) return tl::unexpected<Error>(done.error());
  if (auto done = state->sweep_scratch(); !done) return tl::unexpected<Error>(done.error());
  auto list = read_file(state->own(kList));
  if (!list && fs::exists(state->own(kList), error)) {
    return failure(
        ErrorKind::Unavailable,
        fmt::format("读不出 {}，不知道哪些文件是 gongshi 生成的；请核对它的权限，或者从备份恢复。",
                    state->own(kList).string()));
  }
  state->unread = std::move(list).value_or("");
  return SiteFolder(std::move(state));
}

Result<void> SiteFolder::begin(Paths paths) {
  state_->known = parse_list(state_->unread);
  std::error_code error;
  std::string missing = "/";  // a folder that is not there yet, so that nothing is in it
  for (const std::string& path : paths) {
    if (state_->known.contains(path) || path.starts_with(missing)) continue;
    if (!fs::exists(state_->folder / path, error)) {
      const std::string topmost = path.substr(0, path.find('/')) + "/";
      if (!fs::exists(state_->folder / topmost, error)) missing = topmost;
      continue;
    }
    return failure(ErrorKind::Conflict,
                   fmt::format("{} 已经在那里，但不是 gongshi 生成的；请先把它移走。",
                               (state_->folder / path).string()));
  }
  state_->announced = std::move(paths);
  return {};
}

void SiteFolder::begin_again() {
  state_->known = parse_list(state_->unread);
  state_->is_same = true;
}

Result<void> SiteFolder::write(const std::string& path, std::string_view bytes) {
  // What no list names is not there: begin() looked.
  if (state_->known.contains(path) && same_bytes(state_->folder / path, bytes)) {
    ++state_->unchanged;
    return {};
  }
  if (auto done = state_->staging.put(path, bytes); !done) return done;
  const std::scoped_lock lock(state_->mutex);
  state_->aside.insert(path);
  return {};
}

void SiteFolder::keep() { ++state_->unchanged; }

Result<PublishCounts> SiteFolder::finish(const std::string& last, std::string_view bytes) {
  const auto failed = [](const auto& result) { return tl::unexpected<Error>(result.error()); };
  if (auto done = write(last, bytes); !done) return failed(done);
  if (auto done = state_->announce(); !done) return failed(done);
  if (auto done = state_->staging.move(state_->aside, last); !done) return failed(done);
  const auto removed = state_->remove_stale();
  if (!removed) return failed(removed);
  if (state_->aside.contains(last)) {
    if (auto done = state_->staging.move({last}, ""); !done) return failed(done);
  }
  return PublishCounts{.written = static_cast<int>(state_->aside.size()),
                       .unchanged = state_->unchanged,
                       .removed = *removed};
}

std::optional<KnownFiles> SiteFolder::made(int threads) const {
  std::vector<std::string> paths(state_->announced.begin(), state_->announced.end());
  paths.push_back(fs::path(kOwnFolder) / kList);
  return know_files(state_->folder, std::move(paths), file_time_now(), threads);
}

std::optional<KnownFiles> SiteFolder::written(FileTime looked_at) const {
  return know_files(state_->folder, {state_->aside.begin(), state_->aside.end()}, looked_at);
}

Differences SiteFolder::changed_since(const KnownFiles& made, int threads) const {
  return differences(
      state_->folder, made, [](std::string_view) { return false; }, threads);
}

Result<void> SiteFolder::keep_record(std::string_view bytes) {
  const auto from = state_->set_aside(bytes);
  if (!from) return tl::unexpected<Error>(from.error());
  // It names the content's files: a web server that sends hidden files does not send this one.
  std::error_code error;
  fs::permissions(*from, fs::perms::owner_read | fs::perms::owner_write, error);
  if (error) return disk_failure("写入", *from, error);
  return state_->move_into_place(*from, fs::path(kOwnFolder) / kRecord);
}

std::optional<std::string> SiteFolder::record_in(const fs::path& folder) {
  return read_file(folder / kOwnFolder / kRecord);
}

}  // namespace gongshi
