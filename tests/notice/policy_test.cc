#include "generator/notice/policy.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(PolicyTest, EverySpellingComesBack) {
  for (const auto policy :
       {IdentityPolicy::Open, IdentityPolicy::EncourageRealName, IdentityPolicy::RequireRealName}) {
    EXPECT_EQ(parse_identity_policy(to_text(policy)), policy);
  }
  for (const auto policy : {LatePolicy::Refuse, LatePolicy::MarkLate}) {
    EXPECT_EQ(parse_late_policy(to_text(policy)), policy);
  }
  for (const auto state : {NoticeState::Published, NoticeState::Suspended, NoticeState::Withdrawn,
                           NoticeState::Closed}) {
    EXPECT_EQ(parse_notice_state(to_text(state)), state);
  }
}

TEST(PolicyTest, OtherWordsAreNothing) {
  EXPECT_EQ(parse_identity_policy("Open"), std::nullopt);
  EXPECT_EQ(parse_late_policy(""), std::nullopt);
  EXPECT_EQ(parse_notice_state("open"), std::nullopt);
}

}  // namespace
}  // namespace gongshi
