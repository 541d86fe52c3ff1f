#include "generator/command/program_identity.h"

#include <fmt/format.h>
#include <link.h>
#include <sys/stat.h>

#include <cstddef>
#include <iterator>

#include "generator/command/files.h"

namespace gongshi {
namespace {

bool add_file(const char* path, std::string& text) {
  struct stat file {};
  if (stat(path, &file) != 0) return false;
  fmt::format_to(std::back_inserter(text), "{} {} {} {}.{} {}.{}\n", path, file.st_ino,
                 file.st_size, file.st_mtim.tv_sec, file.st_mtim.tv_nsec, file.st_ctim.tv_sec,
                 file.st_ctim.tv_nsec);
  return true;
}

// The program itself has no name in the list; what the kernel maps has none on the disk.
int add_library(dl_phdr_info* loaded, std::size_t, void* text) {
  const std::string name = loaded->dlpi_name;
  if (!name.starts_with('/')) return 0;
  return add_file(name.c_str(), *static_cast<std::string*>(text)) ? 0 : 1;
}

}  // namespace

std::string program_identity() {
  const auto start = read_file("/proc/sys/kernel/random/boot_id");
  std::string text = "gongshi " GONGSHI_VERSION "\n" + start.value_or("");
  const bool is_known =
      start && add_file("/proc/self/exe", text) && dl_iterate_phdr(&add_library, &text) == 0;
  return is_known ? text : "";
}

}  // namespace gongshi
