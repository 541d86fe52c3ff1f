#include "tests/command/program_run.h"

#include <gtest/gtest.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp is POSIX, not C++
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace gongshi {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

WorkFolder::WorkFolder() {
  std::string name = testing::TempDir() + "gongshi-XXXXXX";
  const char* made = mkdtemp(name.data());
  if (made == nullptr) throw std::runtime_error("no temporary folder in " + testing::TempDir());
  path_ = made;
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void WorkFolder::write(const SourceTree& tree) const {
  for (const auto& [path, bytes] : tree.files) {
    const std::filesystem::path file = path_ / tree.root / path;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
  }
}

ProgramRun WorkFolder::run(const std::string& arguments) const {
  return shell("'" GONGSHI_PROGRAM "' " + arguments);
}

ProgramRun WorkFolder::shell(const std::string& command) const {
  const std::string there =
      "cd '" + path_.string() + "' && " + command + " >.out 2>.err </dev/null";
  const int status = std::system(there.c_str());
  return {.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1,
          .out = bytes_of(path_ / ".out"),
          .err = bytes_of(path_ / ".err")};
}

}  // namespace gongshi
