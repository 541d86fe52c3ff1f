#include "intake/register/data_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "intake/register/descriptor.h"

namespace gongshi {
namespace {

constexpr const char* kSecretFile = "log.key";
constexpr const char* kPublicFile = "log.vkey";
constexpr std::size_t kKeyBytesMax = 1024;

std::string reason() { return std::generic_category().message(errno); }

tl::unexpected<Error> unwritable(const std::filesystem::path& file, std::string_view why) {
  return failure(ErrorKind::Unavailable,
                 fmt::format("{}: cannot be written ({})", file.string(), why));
}

Result<void> write_new_file(const std::filesystem::path& file, std::string_view text, mode_t mode) {
  const Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
  if (!out.is_open() && errno == EEXIST) {
    return failure(ErrorKind::Conflict,
                   fmt::format("{} is there already and is never overwritten: restore the register "
                               "that it belongs to, or move it away to begin a new log",
                               file.string()));
  }
  const bool written = out.is_open() && ::fchmod(out.number(), mode) == 0 &&
                       write_all(out.number(), text) && ::fsync(out.number()) == 0;
  if (written) return {};
  const std::string why = reason();
  if (out.is_open()) ::unlink(file.c_str());  // half of it would stand in the way of the next try
  return unwritable(file, why);
}

}  // namespace

Result<void> make_data_folder(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::error_code problem;
  fs::create_directories(folder, problem);
  const bool empty = !problem && fs::is_empty(folder, problem);
  if (empty) fs::permissions(folder, fs::perms::owner_all, problem);
  const fs::perms granted = problem ? fs::perms::none : fs::status(folder, problem).permissions();
  if (problem) {
    return failure(ErrorKind::Unavailable, fmt::format("{}: cannot be made the data folder ({})",
                                                       folder.string(), problem.message()));
  }
  // A folder with something in it may be /tmp, mistyped: its permissions are not ours to change.
  constexpr fs::perms kOthers = fs::perms::group_all | fs::perms::others_all;
  if ((granted & kOthers) == fs::perms::none) return {};
  return failure(ErrorKind::Conflict,
                 fmt::format("{} is not empty, and others may enter it: name a new folder, or run "
                             "chmod 700 on this one",
                             folder.string()));
}

Result<void> write_key_files(const std::filesystem::path& folder, const NoteSigner& signer) {
  Result<void> secret = write_new_file(folder / kSecretFile, signer.secret_text() + "\n", 0600);
  if (!secret) return secret;
  Result<void> open = write_new_file(folder / kPublicFile, signer.verifier().text() + "\n", 0644);
  if (!open) std::filesystem::remove(folder / kSecretFile);
  return open;
}

void remove_key_files(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::filesystem::remove(folder / kSecretFile, ignored);
  std::filesystem::remove(folder / kPublicFile, ignored);
}

Result<NoteSigner> read_key_file(const std::filesystem::path& folder) {
  const std::string file = (folder / kSecretFile).string();
  const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!in.is_open() && errno == ENOENT) {
    return failure(ErrorKind::NotFound,
                   fmt::format("{} is missing: without it the log cannot go on; restore it from "
                               "where init's copy is kept",
                               file));
  }
  struct stat status {};
  if (!in.is_open() || ::fstat(in.number(), &status) != 0) {
    return failure(ErrorKind::Unavailable, fmt::format("{}: cannot be read ({})", file, reason()));
  }
  if ((status.st_mode & 077U) != 0) {
    return failure(ErrorKind::Unavailable,
                   fmt::format("{} is a secret that others may read: run chmod 600 on it", file));
  }
  std::array<char, kKeyBytesMax> bytes{};
  const ssize_t size = ::read(in.number(), bytes.data(), bytes.size());
  std::string_view text(bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  if (text.ends_with('\n')) text.remove_suffix(1);
  Result<NoteSigner> signer = NoteSigner::parse(text);
  if (signer) return signer;
  return failure(ErrorKind::Corrupt, fmt::format("{}: {}", file, signer.error().message));
}

Result<void> make_private_file(const std::filesystem::path& file) {
  return write_new_file(file, "", 0600);
}

Result<void> move_into_place(const std::filesystem::path& finished,
                             const std::filesystem::path& file) {
  std::error_code problem;
  std::filesystem::rename(finished, file, problem);
  if (problem) return unwritable(file, problem.message());
  sync_folder(file.parent_path());
  return {};
}

}  // namespace gongshi
