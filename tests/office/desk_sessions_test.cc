#include "intake/office/desk_sessions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/office/limits.h"
#include "tests/office/sample_office.h"

namespace gongshi {
namespace {

using std::chrono::seconds;

constexpr DeskSessions::Time kMorning{std::chrono::hours(1000)};

class DeskSessionsTest : public testing::Test {
 protected:
  const Account li_ = sample_account("li", "经办甲", Role::Handler);
  DeskSessions sessions_;
};

TEST_F(DeskSessionsTest, ATokenIsItsAccountUntilItIsEnded) {
  const std::string token = sessions_.begin(li_, kMorning);
  EXPECT_EQ(token.size(), 64U);
  EXPECT_EQ(sessions_.find(token, kMorning), "li");
  for (const std::string& other : {std::string(), token.substr(1), token + "0"}) {
    EXPECT_FALSE(sessions_.find(other, kMorning)) << other;
  }
  sessions_.end(token);
  EXPECT_FALSE(sessions_.find(token, kMorning));
}

TEST_F(DeskSessionsTest, EndsWhenNobodyUsesIt) {
  const std::string token = sessions_.begin(li_, kMorning);
  const auto later = kMorning + kSessionIdleMax - seconds(1);
  EXPECT_TRUE(sessions_.find(token, later));
  EXPECT_TRUE(sessions_.find(token, later + kSessionIdleMax - seconds(1)));
  EXPECT_FALSE(sessions_.find(token, later + kSessionIdleMax * 2));
  EXPECT_FALSE(sessions_.find(token, later)) << "what ended does not begin again";
}

TEST_F(DeskSessionsTest, EndsAfterADayHoweverBusy) {
  const std::string token = sessions_.begin(li_, kMorning);
  auto now = kMorning;
  for (; now < kMorning + kSessionLifeMax; now += kSessionIdleMax / 2) {
    EXPECT_TRUE(sessions_.find(token, now));
  }
  EXPECT_FALSE(sessions_.find(token, now));
}

TEST_F(DeskSessionsTest, OneMoreEndsTheOneNotUsedForLongest) {
  const std::string first = sessions_.begin(li_, kMorning);
  const std::string second = sessions_.begin(li_, kMorning + seconds(1));
  for (std::size_t i = 2; i < kSessionsOfAccountMax; ++i) {
    sessions_.begin(li_, kMorning + seconds(2));
  }
  const std::string other =
      sessions_.begin(sample_account("wang", "审批乙", Role::Reviewer), kMorning);
  EXPECT_TRUE(sessions_.find(first, kMorning + seconds(3)));
  sessions_.begin(li_, kMorning + seconds(4));
  EXPECT_TRUE(sessions_.find(first, kMorning + seconds(5)));
  EXPECT_FALSE(sessions_.find(second, kMorning + seconds(5)));
  EXPECT_TRUE(sessions_.find(other, kMorning + seconds(5))) << "another's is nobody's to end";
}

TEST_F(DeskSessionsTest, IsOfTheCredentialsThatItBeganWith) {
  const std::string token = sessions_.begin(li_, kMorning);
  EXPECT_TRUE(sessions_.is_of(token, li_));
  EXPECT_FALSE(sessions_.is_of(token, sample_account("li", "经办甲", Role::Handler)));
  Account other = li_;
  other.name = "wang";
  EXPECT_FALSE(sessions_.is_of(token, other));
}

TEST_F(DeskSessionsTest, FormsCarryWhatFollowsFromTheToken) {
  const std::string token = sessions_.begin(li_, kMorning);
  EXPECT_EQ(form_token(token), form_token(token));
  EXPECT_NE(form_token(token), form_token(sessions_.begin(li_, kMorning)));
  EXPECT_THAT(form_token(token), testing::Not(testing::HasSubstr(token.substr(0, 8))));
}

}  // namespace
}  // namespace gongshi
