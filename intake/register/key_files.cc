#include "intake/register/key_files.h"

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

namespace gongshi {
namespace {

constexpr const char* kSecretFile = "log.key";
constexpr const char* kPublicFile = "log.vkey";
constexpr std::size_t kKeyBytesMax = 1024;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

std::string reason() { return std::generic_category().message(errno); }

Result<void> write_new_file(const std::filesystem::path& file, std::string_view text, mode_t mode) {
  const Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
  if (!out.is_open() && errno == EEXIST) {
    return failure(ErrorKind::Conflict,
                   fmt::format("{} is there already and is never overwritten: restore the register "
                               "that it belongs to, or move it away to begin a new log",
                               file.string()));
  }
  const bool written =
      out.is_open() && ::fchmod(out.number(), mode) == 0 &&
      ::write(out.number(), text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      ::fsync(out.number()) == 0;
  if (written) return {};
  return failure(ErrorKind::Unavailable,
                 fmt::format("{}: cannot be written ({})", file.string(), reason()));
}

}  // namespace

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

void sync_folder(const std::filesystem::path& folder) {
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.is_open()) ::fsync(directory.number());
}

}  // namespace gongshi
