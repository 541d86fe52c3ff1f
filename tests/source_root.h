// Where the repository is, for tests that read content/ or the specification tables.
#ifndef TESTS_SOURCE_ROOT_H_
#define TESTS_SOURCE_ROOT_H_

#include <filesystem>

namespace gongshi {

// Known when the tests are built.
std::filesystem::path source_root();

}  // namespace gongshi

#endif  // TESTS_SOURCE_ROOT_H_
