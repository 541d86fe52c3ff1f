#include "intake/verify/whole_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

TEST(WholeFileTest, WhatIsWrittenIsRead) {
  const SampleFolder folder;
  const auto file = folder / "state";
  for (const std::string& bytes : {std::string("first"), std::string("\0\r\n", 3), std::string()}) {
    ASSERT_TRUE(write_whole_file(file, bytes));
    EXPECT_EQ(read_whole_file(file, 5).value(), bytes);
    EXPECT_FALSE(std::filesystem::exists(folder / "state.new"));
  }
}

TEST(WholeFileTest, SaysWhyNot) {
  const SampleFolder folder;
  const auto file = folder / "state";
  EXPECT_EQ(read_whole_file(file, 5).error().kind, ErrorKind::NotFound);
  ASSERT_TRUE(write_whole_file(file, "123456"));
  EXPECT_THAT(read_whole_file(file, 5).error().message, HasSubstr("太大，最多 5 字节"));
  EXPECT_THAT(read_whole_file(folder.path(), 5).error().message, HasSubstr("读不了文件"));
  EXPECT_EQ(write_whole_file(folder / "nowhere/state", "x").error().kind, ErrorKind::Unavailable);
  EXPECT_EQ(read_whole_file(file, 6).value(), "123456");
}

}  // namespace
}  // namespace gongshi
