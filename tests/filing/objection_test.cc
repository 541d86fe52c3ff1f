#include "intake/filing/objection.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(ObjectionTest, EveryWordReadsBackAsItself) {
  for (const Grounds word : kAllGrounds) EXPECT_EQ(parse_grounds(to_text(word)), word);
  for (const Identity word : kAllIdentities) EXPECT_EQ(parse_identity(to_text(word)), word);
}

TEST(ObjectionTest, EveryWordHasItsChinese) {
  EXPECT_EQ(chinese(Grounds::Eligibility), "资格条件");
  EXPECT_EQ(chinese(Grounds::Facts), "事迹不实");
  EXPECT_EQ(chinese(Grounds::Procedure), "程序");
  EXPECT_EQ(chinese(Grounds::List), "名单错漏");
  EXPECT_EQ(chinese(Grounds::Integrity), "廉洁违纪");
  EXPECT_EQ(chinese(Grounds::Privacy), "个人信息泄露");
  EXPECT_EQ(chinese(Grounds::Other), "其他");
  EXPECT_EQ(chinese(Identity::Anonymous), "匿名");
}

TEST(ObjectionTest, NoOtherSpellingIsAWord) {
  for (const char* text : {"", "Facts", "facts ", "fact", "事迹不实"}) {
    EXPECT_FALSE(parse_grounds(text)) << text;
  }
  for (const char* text : {"", "NAMED", "real", "anonymous\n", "匿名"}) {
    EXPECT_FALSE(parse_identity(text)) << text;
  }
}

}  // namespace
}  // namespace gongshi
