#include "generator/notice/percent_encoding.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(PercentEncodingTest, OnlyWhatNeedsItIsEncoded) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", ""},
      {"notices/n-1/attachments/form_2.tar~.pdf", "notices/n-1/attachments/form_2.tar~.pdf"},
      {"汇总表.xlsx", "%E6%B1%87%E6%80%BB%E8%A1%A8.xlsx"},
      {"𬱖", "%F0%AC%B1%96"},
      {"a b", "a%20b"},
      {"100%", "100%25"},
      {"a?b#c&d", "a%3Fb%23c%26d"},
      {"\"<'>\r\n", "%22%3C%27%3E%0D%0A"},
      {"\xFF", "%FF"},
  };
  for (const auto& [path, encoded] : cases) EXPECT_EQ(percent_encode_path(path), encoded);
}

TEST(PercentEncodingTest, AValueIsEncodedLikeAPathAndItsSlashToo) {
  EXPECT_EQ(percent_encode_value("2017-000001/7 初"), "2017-000001%2F7%20%E5%88%9D");
  EXPECT_EQ(percent_encode_value("-._~"), "-._~");
}

}  // namespace
}  // namespace gongshi
