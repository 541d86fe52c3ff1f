// The repository as text, for the tests that hold it to its own rules.
#ifndef TESTS_ARCHITECTURE_SOURCE_FILES_H_
#define TESTS_ARCHITECTURE_SOURCE_FILES_H_

#include <string>
#include <vector>

namespace gongshi {

struct CodeFile {
  std::string path;  // from the repository's root: "generator/notice/window.h"
  std::vector<std::string> lines;
};

// Every .cc and .h below generator, intake, site-templates and tests, in the order of their paths.
std::vector<CodeFile> code_files();

// The whole text of a file, named from the repository's root; fails the test when it is not there.
std::string text_of(const std::string& path);

// "generator/notice" for "generator/notice/window.h"; the first two folders, or fewer.
std::string folder_of(const std::string& path);

}  // namespace gongshi

#endif  // TESTS_ARCHITECTURE_SOURCE_FILES_H_
