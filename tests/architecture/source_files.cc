#include "tests/architecture/source_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "tests/source_root.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

CodeFile read_lines(const fs::path& file, const fs::path& root) {
  CodeFile code{.path = fs::relative(file, root).generic_string(), .lines = {}};
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) code.lines.push_back(line);
  return code;
}

bool is_code(const fs::path& file) { return file.extension() == ".cc" || file.extension() == ".h"; }

}  // namespace

std::vector<CodeFile> code_files() {
  const fs::path root = source_root();
  std::vector<CodeFile> files;
  for (const char* top : {"generator", "intake", "site-templates", "tests"}) {
    for (auto it = fs::recursive_directory_iterator(root / top);
         it != fs::recursive_directory_iterator(); ++it) {
      if (it->path().filename() == "node_modules") it.disable_recursion_pending();
      if (it->is_regular_file() && is_code(it->path())) {
        files.push_back(read_lines(it->path(), root));
      }
    }
  }
  std::ranges::sort(files, {}, &CodeFile::path);
  return files;
}

std::string text_of(const std::string& path) {
  std::ifstream in(source_root() / path);
  EXPECT_TRUE(in) << path << " is not there";
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string folder_of(const std::string& path) {
  const auto first = path.find('/');
  const auto second = path.find('/', first + 1);
  return path.substr(0, second == std::string::npos ? first : second);
}

}  // namespace gongshi
