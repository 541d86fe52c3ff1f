#include "intake/register/evidence_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <map>
#include <mutex>
#include <system_error>
#include <utility>

#include "intake/register/descriptor.h"
#include "intake/seal/random_bytes.h"
#include "intake/seal/sha256_stream.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDraftBeingWritten = ".new";
// Five files with long names take a tenth of it.
constexpr std::size_t kDraftBytesMax = std::size_t{64} * 1024;

tl::unexpected<Error> cannot(std::string_view what, const fs::path& file, int number) {
  return failure(ErrorKind::Unavailable, fmt::format("{}: cannot be {} ({})", file.string(), what,
                                                     std::generic_category().message(number)));
}

Result<void> make_private_folder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), S_IRWXU) == 0 || errno == EEXIST) return {};
  return cannot("made", folder, errno);
}

std::string random_id() {
  std::array<unsigned char, 16> bytes{};
  fill_random(bytes);
  return hex(bytes);
}

bool is_id(std::string_view name) {
  return name.size() == 32 && std::ranges::all_of(name, [](char c) {
           return ('0' <= c && c <= '9') || ('a' <= c && c <= 'f');
         });
}

struct FileStatus {
  std::uint64_t bytes = 0;
  std::chrono::system_clock::time_point changed;
};

std::optional<FileStatus> status_of(const fs::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return std::nullopt;
  return FileStatus{
      .bytes = static_cast<std::uint64_t>(status.st_size),
      .changed = std::chrono::system_clock::from_time_t(status.st_mtim.tv_sec),
  };
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code unreadable;
  for (const auto& entry : fs::directory_iterator(folder, unreadable)) {
    names.push_back(entry.path().filename().string());
  }
  return names;
}

Result<std::string> read_small_file(const Descriptor& in, const fs::path& file) {
  std::string bytes(kDraftBytesMax, '\0');
  const ssize_t size = ::read(in.number(), bytes.data(), bytes.size());
  if (size < 0) return cannot("read", file, errno);
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

}  // namespace

struct EvidenceFiles::State {
  std::uint64_t disk_reserve = kDiskReserveBytes;
  fs::path evidence;
  fs::path drafts;
  mutable std::mutex mutex;
  std::map<std::string, std::uint64_t> unfiled;  // what waits, and its bytes on disk
  std::uint64_t unfiled_bytes = 0;

  fs::path path_of(const std::string& id) const { return evidence / id; }
  fs::path draft_of(const Sha256& form_digest) const { return drafts / hex(form_digest); }

  // False when it would be more than may wait. `more` bytes are about to be written to the file.
  bool reserve(const std::string& id, std::uint64_t more) {
    const std::scoped_lock lock(mutex);
    const bool fits = unfiled_bytes + more <= kUnfiledEvidenceBytesMax &&
                      (unfiled.contains(id) || unfiled.size() < kUnfiledEvidenceCountMax);
    if (!fits) return false;
    unfiled[id] += more;
    unfiled_bytes += more;
    return true;
  }

  void forget(const std::string& id) {
    const std::scoped_lock lock(mutex);
    const auto found = unfiled.find(id);
    if (found == unfiled.end()) return;
    unfiled_bytes -= found->second;
    unfiled.erase(found);
  }

  void note(const std::string& id, std::uint64_t bytes) {
    const std::scoped_lock lock(mutex);
    if (unfiled.try_emplace(id, bytes).second) unfiled_bytes += bytes;
  }

  bool is_waiting(const std::string& id) const {
    const std::scoped_lock lock(mutex);
    return unfiled.contains(id);
  }

  void remove(const std::string& id) {
    ::unlink(path_of(id).c_str());
    forget(id);
  }

  Result<void> check_room() const {
    std::error_code unknown;
    const fs::space_info space = fs::space(evidence, unknown);
    if (unknown || space.available >= disk_reserve) return {};
    return failure(ErrorKind::Unavailable,
                   fmt::format("{}: less than {} MiB of the disk are free; no file is taken until "
                               "there is room",
                               evidence.string(), disk_reserve >> 20U));
  }
};

struct EvidenceWriter::State {
  EvidenceFiles::State& files;
  std::string id;
  StreamKey key;
  StreamSealer sealer;
  Descriptor out;
  Sha256Stream digest = {};  // of the name and what was written
  bool finished = false;
  bool failed = false;
  std::string sealed = {};

  ~State() {
    if (!finished) files.remove(id);
  }

  Result<void> give_up(Error reason) {
    failed = true;
    files.remove(id);
    return tl::unexpected(std::move(reason));
  }

  Result<void> write_sealed() {
    if (failed) return cannot("written", files.path_of(id), EIO);
    if (sealed.empty()) return {};
    if (!files.reserve(id, sealed.size())) {
      return give_up({ErrorKind::Unavailable,
                      "too many files wait for their forms; no file is taken until they are filed "
                      "or swept away"});
    }
    if (!write_all(out.number(), sealed)) {
      return give_up(cannot("written", files.path_of(id), errno).value());
    }
    digest.add(sealed);
    sealed.clear();
    return {};
  }

  // Follows everything else.
  Result<void> write_digest() {
    const Sha256 all = digest.digest();
    sealed.assign(all.begin(), all.end());
    return write_sealed();
  }
};

EvidenceWriter::EvidenceWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
EvidenceWriter::EvidenceWriter(EvidenceWriter&&) noexcept = default;
EvidenceWriter& EvidenceWriter::operator=(EvidenceWriter&&) noexcept = default;
EvidenceWriter::~EvidenceWriter() = default;

const std::string& EvidenceWriter::id() const { return state_->id; }
const StreamKey& EvidenceWriter::key() const { return state_->key; }

Result<void> EvidenceWriter::write(std::string_view plain) {
  state_->sealer.push(plain, state_->sealed);
  return state_->write_sealed();
}

Result<void> EvidenceWriter::finish() {
  state_->sealer.finish(state_->sealed);
  Result<void> written = state_->write_sealed();
  if (written) written = state_->write_digest();
  if (!written) return written;
  if (::fsync(state_->out.number()) != 0) {
    return state_->give_up(cannot("written", state_->files.path_of(state_->id), errno).value());
  }
  state_->out.close();
  sync_folder(state_->files.evidence);
  state_->finished = true;
  return {};
}

namespace {

// A stored file up to its digest.
class SealedFile {
 public:
  // NotFound when it is gone.
  static Result<SealedFile> open(const fs::path& path) {
    Descriptor in(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!in.is_open() && errno == ENOENT) {
      return failure(ErrorKind::NotFound,
                     fmt::format("{} is missing: restore the data folder whole", path.string()));
    }
    struct stat status {};
    if (!in.is_open() || ::fstat(in.number(), &status) != 0) return cannot("read", path, errno);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    return SealedFile(path, std::move(in), size - std::min(size, kDigestBytes));
  }

  // The next bytes, "" at the end.
  Result<std::string_view> read() {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left_, buffer_.size()));
    ssize_t got = -1;
    do {
      got = ::read(in_.number(), buffer_.data(), wanted);
    } while (got < 0 && errno == EINTR);
    if (got < 0) return cannot("read", path_, errno);
    left_ = got == 0 ? 0 : left_ - static_cast<std::uint64_t>(got);
    return std::string_view(buffer_.data(), static_cast<std::size_t>(got));
  }

  // What stands after the end, once it is reached.
  Result<std::string> read_digest() {
    left_ = kDigestBytes;
    return read().map([](std::string_view bytes) { return std::string(bytes); });
  }

  const fs::path& path() const { return path_; }

 private:
  static constexpr std::uint64_t kDigestBytes = kEvidenceDigestBytes;

  SealedFile(fs::path path, Descriptor in, std::uint64_t bytes)
      : path_(std::move(path)), in_(std::move(in)), left_(bytes) {}

  fs::path path_;
  Descriptor in_;
  std::uint64_t left_;
  std::array<char, 16384> buffer_ = {};
};

}  // namespace

struct EvidenceReader::State {
  SealedFile file;
  StreamOpener opener;
  bool at_end = false;
};

EvidenceReader::EvidenceReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
EvidenceReader::EvidenceReader(EvidenceReader&&) noexcept = default;
EvidenceReader& EvidenceReader::operator=(EvidenceReader&&) noexcept = default;
EvidenceReader::~EvidenceReader() = default;

Result<std::string> EvidenceReader::read() {
  std::string plain;
  // Nothing comes out until a chunk is whole.
  while (plain.empty() && !state_->at_end) {
    const Result<std::string_view> sealed = state_->file.read();
    if (!sealed) return tl::unexpected(sealed.error());
    state_->at_end = sealed->empty();
    const Result<void> opened =
        state_->at_end ? state_->opener.finish(plain) : state_->opener.push(*sealed, plain);
    if (opened) continue;
    return failure(opened.error().kind,
                   fmt::format("{}: {}", state_->file.path().string(), opened.error().message));
  }
  return plain;
}

EvidenceFiles::EvidenceFiles(std::unique_ptr<State> state) : state_(std::move(state)) {}
EvidenceFiles::EvidenceFiles(EvidenceFiles&&) noexcept = default;
EvidenceFiles& EvidenceFiles::operator=(EvidenceFiles&&) noexcept = default;
EvidenceFiles::~EvidenceFiles() = default;

Result<EvidenceFiles> EvidenceFiles::open(const fs::path& data, std::uint64_t disk_reserve) {
  auto state = std::make_unique<State>();
  state->disk_reserve = disk_reserve;
  state->evidence = data / "evidence";
  state->drafts = data / "drafts";
  for (const fs::path& folder : {state->evidence, state->drafts}) {
    const Result<void> made = make_private_folder(folder);
    if (!made) return tl::unexpected(made.error());
  }
  sync_folder(data);
  return EvidenceFiles(std::move(state));
}

Result<EvidenceWriter> EvidenceFiles::create() {
  if (const Result<void> room = state_->check_room(); !room) return tl::unexpected(room.error());
  const std::string id = random_id();
  const fs::path file = state_->path_of(id);
  Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!out.is_open()) return cannot("written", file, errno);
  const StreamKey key = random_stream_key();
  EvidenceWriter writer(std::unique_ptr<EvidenceWriter::State>(new EvidenceWriter::State{
      .files = *state_, .id = id, .key = key, .sealer = StreamSealer(key), .out = std::move(out)}));
  writer.state_->digest.add(id);
  return writer;
}

Result<EvidenceReader> EvidenceFiles::read(const EvidenceFile& file) const {
  Result<SealedFile> sealed = SealedFile::open(state_->path_of(file.id));
  if (!sealed) return tl::unexpected(sealed.error());
  return EvidenceReader(std::unique_ptr<EvidenceReader::State>(
      new EvidenceReader::State{.file = *std::move(sealed), .opener = StreamOpener(file.key)}));
}

Result<void> EvidenceFiles::check_bytes(const std::string& id) const {
  Result<SealedFile> file = SealedFile::open(state_->path_of(id));
  if (!file) return tl::unexpected(file.error());
  Sha256Stream digest;
  digest.add(id);
  while (true) {
    const Result<std::string_view> bytes = file->read();
    if (!bytes) return tl::unexpected(bytes.error());
    if (bytes->empty()) break;
    digest.add(*bytes);
  }
  const Result<std::string> stored = file->read_digest();
  if (!stored) return tl::unexpected(stored.error());
  const Sha256 all = digest.digest();
  if (*stored == std::string(all.begin(), all.end())) return {};
  return failure(ErrorKind::Corrupt,
                 fmt::format("{} was changed or cut off: restore it from a backup of the data "
                             "folder",
                             file->path().string()));
}

bool EvidenceFiles::touch(const std::string& id) const {
  return is_id(id) && ::utimensat(AT_FDCWD, state_->path_of(id).c_str(), nullptr, 0) == 0;
}

void EvidenceFiles::mark_filed(const std::string& id) { state_->forget(id); }

void EvidenceFiles::erase(const std::string& id) {
  if (is_id(id)) state_->remove(id);
}

void EvidenceFiles::remove(const std::string& id) {
  if (state_->is_waiting(id)) state_->remove(id);
}

Result<void> EvidenceFiles::write_draft(const Sha256& form_digest, std::string_view sealed) {
  const fs::path file = state_->draft_of(form_digest);
  const fs::path fresh = file.string() + "." + random_id() + std::string(kDraftBeingWritten);
  Descriptor out(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
  const bool written = out.is_open() && write_all(out.number(), sealed) &&
                       std::rename(fresh.c_str(), file.c_str()) == 0;
  if (written) return {};
  const int number = errno;
  ::unlink(fresh.c_str());
  return cannot("written", file, number);
}

Result<std::optional<std::string>> EvidenceFiles::read_draft(const Sha256& form_digest) const {
  const fs::path file = state_->draft_of(form_digest);
  const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!in.is_open() && errno == ENOENT) return std::nullopt;
  if (!in.is_open()) return cannot("read", file, errno);
  return read_small_file(in, file).map(
      [](std::string bytes) { return std::optional(std::move(bytes)); });
}

void EvidenceFiles::remove_draft(const Sha256& form_digest) {
  ::unlink(state_->draft_of(form_digest).c_str());
}

Result<void> EvidenceFiles::sweep(
    std::chrono::system_clock::time_point now,
    const std::function<Result<bool>(const std::string& id)>& is_filed) {
  const auto is_old = [&](const FileStatus& file) {
    return now - file.changed > kUnfiledEvidenceAgeMax;
  };
  for (const std::string& name : names_in(state_->drafts)) {
    const auto draft = status_of(state_->drafts / name);
    if (draft && is_old(*draft)) ::unlink((state_->drafts / name).c_str());
  }
  for (const std::string& id : names_in(state_->evidence)) {
    const auto file = status_of(state_->path_of(id));
    if (!file || !is_id(id)) continue;
    const Result<bool> filed = is_filed(id);
    if (!filed) return tl::unexpected(filed.error());
    if (*filed) {
      state_->forget(id);
    } else if (is_old(*file)) {
      state_->remove(id);
    } else {
      state_->note(id, file->bytes);
    }
  }
  return {};
}

std::uint64_t EvidenceFiles::unfiled_bytes() const {
  const std::scoped_lock lock(state_->mutex);
  return state_->unfiled_bytes;
}

}  // namespace gongshi
