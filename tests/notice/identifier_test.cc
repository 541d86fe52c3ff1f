#include "generator/notice/identifier.h"

#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

static_assert(!std::is_convertible_v<std::string, NoticeId>, "text becomes an id only by parsing");
static_assert(!std::is_convertible_v<NoticeId, CandidateId>);

TEST(IdentifierTest, AcceptsWhatMayNameAFolder) {
  for (const std::string& text : {std::string("a"), std::string("0"), std::string("shanxi-2017"),
                                  std::string("a--b"), std::string(64, 'x')}) {
    ASSERT_TRUE(NoticeId::parse(text)) << text;
    EXPECT_EQ(NoticeId::parse(text)->text(), text);
  }
}

TEST(IdentifierTest, RejectsEverythingElse) {
  for (const std::string& text :
       {std::string(), std::string("-a"), std::string("a-"), std::string("A"), std::string("a_b"),
        std::string("a.b"), std::string("a/b"), std::string(".."), std::string("a b"),
        std::string("公示"), std::string("a\0b", 3), std::string(65, 'x')}) {
    EXPECT_FALSE(NoticeId::parse(text)) << '"' << text << '"';
  }
}

}  // namespace
}  // namespace gongshi
