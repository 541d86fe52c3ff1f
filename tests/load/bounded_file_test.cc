#include "generator/load/bounded_file.h"

#include <gtest/gtest.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp is POSIX, not C++
#include <sys/stat.h>

#include <fstream>

namespace gongshi {
namespace {

namespace fs = std::filesystem;

class BoundedFileTest : public testing::Test {
 protected:
  BoundedFileTest() {
    std::string name = testing::TempDir() + "file-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = name;
  }
  ~BoundedFileTest() override { fs::remove_all(folder_); }

  fs::path write(const std::string& bytes) const {
    std::ofstream(folder_ / "x", std::ios::binary) << bytes;
    return folder_ / "x";
  }

  fs::path folder_;
};

TEST_F(BoundedFileTest, ReadsAllBytesUpToTheLimit) {
  const std::string bytes("a\0\xFF\r\n", 5);
  for (const std::string& each : {bytes, std::string(), std::string(200'000, 'x')}) {
    const BoundedFile file = read_bounded_file(write(each), each.size());
    EXPECT_EQ(file.outcome, ReadOutcome::Read);
    EXPECT_EQ(file.bytes, each);
  }
  EXPECT_EQ(read_bounded_file(write("abc"), 2).outcome, ReadOutcome::TooLarge);
  EXPECT_EQ(read_bounded_file(write("abc"), 2).bytes, "");
}

// A terabyte that is not there must not be asked for either.
TEST_F(BoundedFileTest, RefusesByItsSizeBeforeReading) {
  const fs::path path = write("");
  fs::resize_file(path, std::uintmax_t{1} << 40U);
  EXPECT_EQ(read_bounded_file(path, 100).outcome, ReadOutcome::TooLarge);
}

// Files of /proc say that they are empty and are not: like a file that grows after the look.
TEST_F(BoundedFileTest, AFileThatHasMoreThanItSaidIsReadUpToTheLimit) {
  const char* growing = "/proc/self/maps";
  ASSERT_EQ(fs::file_size(growing), 0U);
  const BoundedFile whole = read_bounded_file(growing, 1U << 20U);
  EXPECT_EQ(whole.outcome, ReadOutcome::Read);
  EXPECT_GT(whole.bytes.size(), 100U);
  EXPECT_EQ(read_bounded_file(growing, 100).outcome, ReadOutcome::TooLarge);
}

TEST_F(BoundedFileTest, NeverWaitsAndNeverFollows) {
  const fs::path file = write("x");
  ASSERT_EQ(mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  fs::create_symlink(file, folder_ / "link");
  EXPECT_EQ(read_bounded_file(folder_ / "pipe", 9).outcome, ReadOutcome::NotAFile);
  EXPECT_EQ(read_bounded_file("/dev/zero", 9).outcome, ReadOutcome::NotAFile);
  EXPECT_EQ(read_bounded_file(folder_, 9).outcome, ReadOutcome::NotAFile);
  EXPECT_EQ(read_bounded_file(folder_ / "link", 9).outcome, ReadOutcome::Unreadable);
  EXPECT_EQ(read_bounded_file(folder_ / "nowhere", 9).outcome, ReadOutcome::Unreadable);
}

}  // namespace
}  // namespace gongshi
