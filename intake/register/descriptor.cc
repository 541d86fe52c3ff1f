#include "intake/register/descriptor.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace gongshi {

void Descriptor::close() {
  if (is_open()) ::close(std::exchange(number_, -1));
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool sync_folder(const std::filesystem::path& folder) {
  const char* const name = folder.empty() ? "." : folder.c_str();
  const Descriptor directory(::open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return directory.is_open() && ::fsync(directory.number()) == 0;
}

}  // namespace gongshi
