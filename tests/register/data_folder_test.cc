#include "intake/register/data_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <string>

#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

class DataFolderTest : public testing::Test {
 protected:
  void write(std::string_view name, std::string_view text) {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    std::filesystem::permissions(folder_ / name, std::filesystem::perms(0600));
  }
  std::string read(std::string_view name) {
    std::ifstream in(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  unsigned mode(const std::filesystem::path& path) {
    struct stat status {};
    EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
    return status.st_mode & 07777U;
  }

  SampleFolder folder_;
  const NoteSigner signer_ = NoteSigner::random(kSampleOrigin);
};

TEST_F(DataFolderTest, KeysComeBackAsTheyWereWritten) {
  ASSERT_TRUE(write_key_files(folder_.path(), signer_));
  EXPECT_EQ(mode(folder_ / "log.key"), 0600U);
  EXPECT_EQ(read("log.vkey"), signer_.verifier().text() + "\n");
  const auto again = read_key_file(folder_.path());
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->secret_text(), signer_.secret_text());
}

TEST_F(DataFolderTest, AKeyIsNeverOverwritten) {
  write("log.key", "an older key");
  const auto written = write_key_files(folder_.path(), signer_);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().kind, ErrorKind::Conflict);
  EXPECT_EQ(read("log.key"), "an older key");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "log.vkey"));
}

TEST_F(DataFolderTest, HalfAPairIsTakenBack) {
  write("log.vkey", "an older key");
  EXPECT_EQ(write_key_files(folder_.path(), signer_).error().kind, ErrorKind::Conflict);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "log.key"));
  EXPECT_EQ(read("log.vkey"), "an older key");
}

TEST_F(DataFolderTest, AMissingOrBrokenKeyIsNamed) {
  const auto missing = read_key_file(folder_.path());
  EXPECT_EQ(missing.error().kind, ErrorKind::NotFound);
  EXPECT_THAT(missing.error().message, HasSubstr("log.key"));
  for (const std::string& text :
       {std::string(), std::string("\n"), std::string("PRIVATE+KEY+"), signer_.verifier().text(),
        signer_.secret_text() + "\n\n", signer_.secret_text().substr(1), std::string(5000, 'a')}) {
    write("log.key", text);
    const auto broken = read_key_file(folder_.path());
    ASSERT_FALSE(broken) << text;
    EXPECT_EQ(broken.error().kind, ErrorKind::Corrupt);
    EXPECT_THAT(broken.error().message, HasSubstr("log.key"));
  }
}

TEST_F(DataFolderTest, AKeyThatOthersMayReadIsRefused) {
  ASSERT_TRUE(write_key_files(folder_.path(), signer_));
  for (const unsigned open : {0640U, 0604U, 0660U, 0644U}) {
    std::filesystem::permissions(folder_ / "log.key", std::filesystem::perms(open));
    const auto read = read_key_file(folder_.path());
    ASSERT_FALSE(read) << open;
    EXPECT_EQ(read.error().kind, ErrorKind::Unavailable);
    EXPECT_THAT(read.error().message, HasSubstr("chmod 600"));
  }
}

TEST_F(DataFolderTest, TheFolderIsItsOwnersAlone) {
  ASSERT_TRUE(make_data_folder(folder_ / "a/b"));
  EXPECT_EQ(mode(folder_ / "a/b"), 0700U);
  std::filesystem::permissions(folder_ / "a/b", std::filesystem::perms(0755));
  ASSERT_TRUE(make_data_folder(folder_ / "a/b"));
  EXPECT_EQ(mode(folder_ / "a/b"), 0700U);
}

// `--data /tmp` by mistake must not close /tmp to everybody.
TEST_F(DataFolderTest, AFolderThatOthersUseIsLeftAlone) {
  ASSERT_TRUE(make_data_folder(folder_ / "a"));
  write("a/theirs", "x");
  ASSERT_TRUE(make_data_folder(folder_ / "a"));  // not empty, but closed to others
  for (const unsigned open : {0755U, 01777U, 0770U, 0701U}) {
    std::filesystem::permissions(folder_ / "a", std::filesystem::perms(open));
    const auto refused = make_data_folder(folder_ / "a");
    ASSERT_FALSE(refused) << open;
    EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
    EXPECT_THAT(refused.error().message, HasSubstr("chmod 700"));
    EXPECT_EQ(mode(folder_ / "a"), open);
  }
}

TEST_F(DataFolderTest, AFileIsNoFolder) {
  write("file", "");
  for (const std::string_view name : {"file", "file/below"}) {
    const auto refused = make_data_folder(folder_ / name);
    ASSERT_FALSE(refused) << name;
    EXPECT_EQ(refused.error().kind, ErrorKind::Unavailable);
    EXPECT_THAT(refused.error().message, HasSubstr((folder_ / name).string()));
  }
}

}  // namespace
}  // namespace gongshi
