// A disk that fails, for the daemon alone: loaded before it with LD_PRELOAD.
//
// Of every file below GONGSHI_FAULTY_FOLDER
//   - what is written, and what stood there before, goes to GONGSHI_WRITE_LOG until it is synced; a
//     test that kills the daemon then plays a power cut with it (power_cut.mjs);
//   - writing and syncing fail as the file GONGSHI_FAULT says, while that file is there: it holds
//     the number of an errno.
//
// One line for each write: "write OFFSET SIZE_BEFORE OLD_BYTES NEW_BYTES FILE", the bytes in
// hexadecimal or "-"; for each sync: "sync FILE".
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

// Held from the line in the log to the write itself, so that their orders agree.
std::mutex& one_at_a_time() {
  static std::mutex mutex;
  return mutex;
}

// The file's name, if it is one that this is about.
std::optional<std::string> faulty_file(int descriptor) {
  static const char* const folder = std::getenv("GONGSHI_FAULTY_FOLDER");
  if (folder == nullptr) return std::nullopt;
  std::array<char, 4096> target{};
  const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
  const ssize_t length = ::readlink(link.c_str(), target.data(), target.size());
  if (length <= 0) return std::nullopt;
  std::string name(target.data(), static_cast<std::size_t>(length));
  if (!name.starts_with(folder)) return std::nullopt;
  return name;
}

// The errno that everything fails with now, or 0.
int fault() {
  static const char* const file = std::getenv("GONGSHI_FAULT");
  if (file == nullptr) return 0;
  const int descriptor = ::open(file, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return 0;
  std::array<char, 16> text{};
  const ssize_t length = ::read(descriptor, text.data(), text.size());
  ::close(descriptor);
  int code = 0;
  std::from_chars(text.data(), text.data() + std::max<ssize_t>(length, 0), code);
  return code;
}

void note(const std::string& line) {
  static const int log = [] {
    const char* const file = std::getenv("GONGSHI_WRITE_LOG");
    return file == nullptr ? -1 : ::open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  }();
  static auto* const write = real<decltype(::write)>("write");
  if (log >= 0 && write(log, line.data(), line.size()) < 0) std::abort();
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  if (bytes.empty()) return "-";
  std::string text;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    text += kDigits[value >> 4U];
    text += kDigits[value & 15U];
  }
  return text;
}

void note_write(int descriptor, off_t offset, std::string_view fresh, std::size_t old_length,
                const std::string& name) {
  struct stat status {};
  ::fstat(descriptor, &status);
  std::string old(old_length, '\0');
  const ssize_t there = ::pread(descriptor, old.data(), old.size(), offset);
  old.resize(there > 0 ? static_cast<std::size_t>(there) : 0);
  note("write " + std::to_string(offset) + " " + std::to_string(status.st_size) + " " + hex(old) +
       " " + hex(fresh) + " " + name + "\n");
}

ssize_t faulty_pwrite(int descriptor, const void* from, std::size_t size, off_t offset) {
  static auto* const pwrite = real<decltype(::pwrite)>("pwrite");
  const auto name = faulty_file(descriptor);
  if (!name) return pwrite(descriptor, from, size, offset);
  const std::scoped_lock lock(one_at_a_time());
  if (const int code = fault(); code != 0) {
    errno = code;
    return -1;
  }
  note_write(descriptor, offset, {static_cast<const char*>(from), size}, size, *name);
  return pwrite(descriptor, from, size, offset);
}

int faulty_sync(int descriptor, int (*sync)(int)) {
  const auto name = faulty_file(descriptor);
  if (!name) return sync(descriptor);
  const std::scoped_lock lock(one_at_a_time());
  if (const int code = fault(); code != 0) {
    errno = code;
    return -1;
  }
  const int result = sync(descriptor);
  if (result == 0) note("sync " + *name + "\n");
  return result;
}

}  // namespace

extern "C" {

ssize_t pwrite(int descriptor, const void* from, size_t size, off_t offset) {
  return faulty_pwrite(descriptor, from, size, offset);
}

ssize_t pwrite64(int descriptor, const void* from, size_t size, off64_t offset) {
  return faulty_pwrite(descriptor, from, size, offset);
}

int ftruncate(int descriptor, off_t size) noexcept {
  static auto* const truncate = real<decltype(::ftruncate)>("ftruncate");
  const auto name = faulty_file(descriptor);
  if (!name) return truncate(descriptor, size);
  const std::scoped_lock lock(one_at_a_time());
  struct stat status {};
  ::fstat(descriptor, &status);
  if (status.st_size > size) {
    note_write(descriptor, size, "", static_cast<std::size_t>(status.st_size - size), *name);
  }
  return truncate(descriptor, size);
}

int ftruncate64(int descriptor, off64_t size) noexcept { return ftruncate(descriptor, size); }

int fsync(int descriptor) { return faulty_sync(descriptor, real<decltype(::fsync)>("fsync")); }

int fdatasync(int descriptor) {
  return faulty_sync(descriptor, real<decltype(::fdatasync)>("fdatasync"));
}
}
