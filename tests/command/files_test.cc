#include "generator/command/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/command/program_run.h"

namespace gongshi {
namespace {

TEST(FilesTest, ANewFileIsReadAsItWasWritten) {
  const WorkFolder folder;
  const auto path = folder.path() / "a" / "b" / "甲.csv";
  const std::string bytes("甲\0\r\n", 6);
  ASSERT_TRUE(write_new_file(path, bytes));
  EXPECT_EQ(read_file(path).value(), bytes);
  ASSERT_TRUE(write_new_file(folder.path() / "empty", ""));
  EXPECT_EQ(read_file(folder.path() / "empty").value(), "");
}

TEST(FilesTest, NothingIsOverwritten) {
  const WorkFolder folder;
  const auto path = folder.path() / "甲.csv";
  ASSERT_TRUE(write_new_file(path, "first"));
  const auto again = write_new_file(path, "second");
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(again.error().message, testing::HasSubstr("甲.csv”已经有了"));
  EXPECT_EQ(read_file(path).value(), "first");
  EXPECT_EQ(write_new_file(path / "below", "x").error().kind, ErrorKind::Unavailable);
}

TEST(FilesTest, AFileIsReplacedWholeAndKeepsItsRights) {
  const WorkFolder folder;
  const auto path = folder.path() / "notice.md";
  ASSERT_TRUE(write_new_file(path, "first"));
  ASSERT_TRUE(write_new_file(folder.path() / ".notice.md.new", "of an attempt that was cut off"));
  std::filesystem::permissions(path, std::filesystem::perms(0640));
  ASSERT_TRUE(replace_file(path, "first", "second"));
  EXPECT_EQ(read_file(path).value(), "second");
  EXPECT_EQ(std::filesystem::status(path).permissions(), std::filesystem::perms(0640));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / ".notice.md.new"));

  const auto meanwhile = replace_file(path, "first", "third");
  ASSERT_FALSE(meanwhile);
  EXPECT_EQ(meanwhile.error().kind, ErrorKind::Conflict);
  EXPECT_EQ(read_file(path).value(), "second");
  EXPECT_EQ(replace_file(folder.path() / "none", "", "x").error().kind, ErrorKind::NotFound);
}

TEST(FilesTest, WhatIsNoFileCannotBeRead) {
  const WorkFolder folder;
  const std::filesystem::path failing = "/proc/self/mem";  // opens, and reading it is an error
  for (const auto& path : {folder.path() / "none", folder.path(), failing}) {
    const auto bytes = read_file(path);
    ASSERT_FALSE(bytes) << path;
    EXPECT_EQ(bytes.error().kind, ErrorKind::NotFound);
    EXPECT_THAT(bytes.error().message, testing::StartsWith("读不到文件“" + path.string()));
  }
}

}  // namespace
}  // namespace gongshi
