#include "intake/http/manifest_source.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <array>
#include <fstream>
#include <mutex>
#include <string>
#include <utility>

namespace gongshi {
namespace {

constexpr std::size_t kBlock = 1 << 16;  // read at a time

// What tells one state of the file from another. The generator publishes by rename, so every new
// manifest has a new inode; size and time catch an editor that writes in place. All zero: no file.
struct Stamp {
  ino_t inode = 0;
  off_t size = 0;
  time_t seconds = 0;
  long nanoseconds = 0;
  auto operator<=>(const Stamp&) const = default;
};

Stamp stamp_of(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return {};
  return {.inode = status.st_ino,
          .size = status.st_size,
          .seconds = status.st_mtim.tv_sec,
          .nanoseconds = status.st_mtim.tv_nsec};
}

Result<Manifest> read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text;
  std::array<char, kBlock> block{};
  // Unlike an iterator, read() turns what a disk, or a folder, throws into a state.
  while (in.read(block.data(), block.size()) || in.gcount() > 0) {
    text.append(block.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (!in.is_open() || in.bad()) {
    return failure(ErrorKind::NotFound,
                   fmt::format("{} cannot be read: publish the site with `gongshi build --out {}`",
                               file.string(), file.parent_path().string()));
  }
  auto manifest = read_manifest(text);
  if (!manifest) {
    return failure(manifest.error().kind,
                   fmt::format("{} is no manifest: {}", file.string(), manifest.error().message));
  }
  return manifest;
}

}  // namespace

struct ManifestSource::State {
  std::filesystem::path file;
  Log log;
  std::mutex mutex;  // guards all below
  Stamp seen;
  std::shared_ptr<const Manifest> manifest;
  std::uint64_t reload_failures = 0;
};

ManifestSource::ManifestSource(std::unique_ptr<State> state) : state_(std::move(state)) {}
ManifestSource::ManifestSource(ManifestSource&&) noexcept = default;
ManifestSource& ManifestSource::operator=(ManifestSource&&) noexcept = default;
ManifestSource::~ManifestSource() = default;

Result<ManifestSource> ManifestSource::open(const std::filesystem::path& site, Log log) {
  auto state = std::make_unique<State>();
  state->file = site / kManifestFileName;
  state->log = std::move(log);
  state->seen = stamp_of(state->file);  // before reading: a change in between is seen next time
  auto manifest = read(state->file);
  if (!manifest) return tl::unexpected(manifest.error());
  state->manifest = std::make_shared<const Manifest>(std::move(*manifest));
  return ManifestSource(std::move(state));
}

std::shared_ptr<const Manifest> ManifestSource::current() const {
  const Stamp stamp = stamp_of(state_->file);
  const std::lock_guard lock(state_->mutex);
  if (stamp == state_->seen) return state_->manifest;
  state_->seen = stamp;
  auto manifest = read(state_->file);
  if (manifest) {
    state_->manifest = std::make_shared<const Manifest>(std::move(*manifest));
    state_->log(Severity::Info, "manifest reloaded");
  } else {
    ++state_->reload_failures;
    state_->log(Severity::Error, "the last good manifest stays",
                {{"reason", manifest.error().message}});
  }
  return state_->manifest;
}

std::uint64_t ManifestSource::count_reload_failures() const {
  const std::lock_guard lock(state_->mutex);
  return state_->reload_failures;
}

}  // namespace gongshi
