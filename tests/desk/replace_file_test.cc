#include "intake/desk/replace_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <iterator>

#include "tests/desk/sample_desk.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::ptrdiff_t files_in(const fs::path& folder) {
  return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

TEST(ReplaceFileTest, MakesAFileThatEverybodyMayRead) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "closing.toml";
  ASSERT_TRUE(replace_file(file, "𬱖\n"));
  EXPECT_EQ(folder.text_of("closing.toml"), "𬱖\n");
  struct stat facts {};
  ASSERT_EQ(::stat(file.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0644U);
  EXPECT_EQ(files_in(folder.path()), 1) << "no draft stays behind";
}

TEST(ReplaceFileTest, ReplacesTheWholeFile) {
  const TemporaryFolder folder;
  const fs::path file = folder.write("closing.toml", "a long text that was there before");
  ASSERT_TRUE(replace_file(file, "short"));
  EXPECT_EQ(folder.text_of("closing.toml"), "short");
}

TEST(ReplaceFileTest, AFailureNamesTheFileAndLeavesNothing) {
  const TemporaryFolder folder;
  const Result<void> missing = replace_file(folder.path() / "no" / "closing.toml", "x");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::Unavailable);
  EXPECT_THAT(missing.error().message, HasSubstr("no/closing.toml"));

  fs::create_directories(folder.path() / "taken" / "inside");  // a folder cannot be replaced
  EXPECT_FALSE(replace_file(folder.path() / "taken", "x"));
  EXPECT_EQ(files_in(folder.path()), 1) << "no draft stays behind";
}

TEST(ReplaceFileTest, ReadsUpToItsBound) {
  const TemporaryFolder folder;
  const fs::path file = folder.write("a", "12345");
  EXPECT_EQ(read_file(file, 5), "12345");
  EXPECT_EQ(read_file(file, 4).error().kind, ErrorKind::Invalid);
  EXPECT_EQ(read_file(folder.write("empty", ""), 0), "");
  EXPECT_EQ(read_file(folder.path() / "none", 5).error().kind, ErrorKind::NotFound);
  EXPECT_EQ(read_file(folder.path(), 5).error().kind, ErrorKind::Unavailable) << "a folder";
  const std::string large(200'000, 'x');
  EXPECT_EQ(read_file(folder.write("large", large), large.size()), large);
}

}  // namespace
}  // namespace gongshi
