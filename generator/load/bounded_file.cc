#include "generator/load/bounded_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <utility>

namespace gongshi {
namespace {

// Closes what it opened.
class Descriptor {
 public:
  // Without waiting for the other end of a pipe, and not through a link.
  explicit Descriptor(const std::filesystem::path& path)
      : number_(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)) {}
  ~Descriptor() {
    if (is_open()) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }

 private:
  int number_;
};

// Reads until the end, or until there are `limit` bytes and one. `expected` is what the file had a
// moment ago. False when the disk fails.
bool read_on(const Descriptor& file, std::uintmax_t expected, std::uintmax_t limit,
             std::string& bytes) {
  constexpr std::uintmax_t kStep = 64U << 10U;  // for what has been added since
  std::uintmax_t step = expected + 1;
  while (bytes.size() <= limit) {
    const std::size_t size = bytes.size();
    bytes.resize(size + static_cast<std::size_t>(std::min(limit + 1 - size, step)));
    const ssize_t got = read(file.number(), bytes.data() + size, bytes.size() - size);
    bytes.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got == 0) return true;
    if (got < 0 && errno != EINTR) return false;
    step = kStep;
  }
  return true;
}

BoundedFile nothing(ReadOutcome why) { return {.outcome = why, .bytes = ""}; }

}  // namespace

BoundedFile read_bounded_file(const std::filesystem::path& path, std::uintmax_t limit) {
  const Descriptor file(path);
  if (!file.is_open()) {
    return nothing(errno == ENXIO ? ReadOutcome::NotAFile : ReadOutcome::Unreadable);  // a socket
  }
  struct stat status {};
  if (fstat(file.number(), &status) != 0) return nothing(ReadOutcome::Unreadable);
  if (!S_ISREG(status.st_mode)) return nothing(ReadOutcome::NotAFile);
  const auto size = static_cast<std::uintmax_t>(status.st_size);
  if (size > limit) return nothing(ReadOutcome::TooLarge);
  BoundedFile found{.outcome = ReadOutcome::Read, .bytes = ""};
  if (!read_on(file, size, limit, found.bytes)) return nothing(ReadOutcome::Unreadable);
  return found.bytes.size() > limit ? nothing(ReadOutcome::TooLarge) : found;
}

}  // namespace gongshi
