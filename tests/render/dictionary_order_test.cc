#include "generator/render/dictionary_order.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

namespace gongshi {
namespace {

std::string key(std::string_view text) { return dictionary_key(text).value(); }

TEST(DictionaryOrderTest, StandsAsADictionaryHasIt) {
  const std::vector<std::string> ordered = {
      "",       "12345热线", "广西壮族自治区", "〇某",    "买买提",  "买买提·吾守尔", "青海省",
      "山西省", "王连成",    "王一",           "王㛃",    "王𬱖", "张格平",        "赵某",
      "周",     "周方志",    "㛃某",           "𬱖某", "Adil",
  };
  std::vector<std::string> sorted = ordered;
  std::ranges::reverse(sorted);
  std::ranges::sort(sorted, {}, key);
  EXPECT_EQ(sorted, ordered);
}

TEST(DictionaryOrderTest, OnlyTheSameBytesTie) {
  EXPECT_EQ(key("周方志"), key("周方志"));
  // Written in two ways that look the same: composed and decomposed.
  EXPECT_NE(key("Ad\u00EDl"), key("Adi\u0301l"));
  EXPECT_NE(key("a"), key(std::string_view("a\0", 2)));
}

TEST(DictionaryOrderTest, AnyBytesHaveAKey) {
  for (const char* text : {"\xFF\xFE", "\xF0\x9F", "\xED\xA0\x80", "周\xE5"}) {
    EXPECT_TRUE(dictionary_key(text)) << testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace gongshi
