#include "intake/desk/private_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/desk/sample_desk.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

TEST(PrivateFileTest, IsForItsOwnerAloneAndNeverOverAnother) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "key";
  ASSERT_TRUE(write_private_file(file, "secret\n"));
  EXPECT_EQ(folder.text_of("key"), "secret\n");
  EXPECT_EQ(fs::status(file).permissions(), fs::perms(0600));
  const auto again = write_private_file(file, "other\n");
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, ErrorKind::Conflict);
  EXPECT_EQ(folder.text_of("key"), "secret\n");
}

TEST(PrivateFileTest, WhatIsNotFinishedIsNotThere) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "key";
  {
    PrivateFile half(file);
    half.write("half");
    EXPECT_TRUE(fs::exists(file));
  }
  EXPECT_FALSE(fs::exists(file));
  const auto nowhere = write_private_file(folder.path() / "no" / "key", "x");
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.error().kind, ErrorKind::Unavailable);
}

}  // namespace
}  // namespace gongshi
