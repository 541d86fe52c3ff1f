// A fresh register in a folder of its own, and objections to put into it.
#ifndef TESTS_REGISTER_SAMPLE_REGISTER_H_
#define TESTS_REGISTER_SAMPLE_REGISTER_H_

#include <filesystem>
#include <string>
#include <string_view>

#include "intake/register/register.h"

namespace gongshi {

inline constexpr std::string_view kSampleOrigin = "demo.example/objections";

// A folder that goes with everything in it when the test ends.
class SampleFolder {
 public:
  SampleFolder();
  SampleFolder(const SampleFolder&) = delete;
  SampleFolder& operator=(const SampleFolder&) = delete;
  ~SampleFolder();

  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// 2017-06-22 09:00 in China.
Instant sample_instant();

// Each `form` is another objection, always the same: digests, opening and record follow from it.
NewObjection sample_objection(std::string_view form);

// Makes a register in `folder` and opens it. Fails the test when that does not work.
Register sample_register(const std::filesystem::path& folder);

// The row's proof holds under the register's key, its leaf commits to the row's record, and the
// head is the one that the row names.
void expect_proven(const Register& reg, const RegisteredObjection& row);

// The leaves [0, n) belong to the rows, each once, the numbers run from 1, every row is proven, and
// every stored head is consistent with the one before. `folder` is the register's.
void expect_whole(const std::filesystem::path& folder);

}  // namespace gongshi

#endif  // TESTS_REGISTER_SAMPLE_REGISTER_H_
