#include "generator/load/cap_limit.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

class CapLimitTest : public testing::Test {
 protected:
  CapLimitTest() {
    campaign_.awards.resize(2);
    campaign_.awards[0].id = *AwardId::parse("collective");
    campaign_.awards[0].total = 33;
    campaign_.awards[1].id = *AwardId::parse("worker");
    campaign_.awards[1].total = 67;
    cap_.percent = 20;
    cap_.of_awards = {campaign_.awards[1].id};
  }

  std::optional<std::int64_t> limit() { return cap_limit(campaign_, cap_); }

  Campaign campaign_;
  Cap cap_;
};

TEST_F(CapLimitTest, ACeilingIsRoundedDownAFloorUp) {
  EXPECT_EQ(limit(), 13);
  cap_.at_least = true;
  EXPECT_EQ(limit(), 14);
}

TEST_F(CapLimitTest, SeveralAwardsMakeOneDenominator) {
  cap_.of_awards.push_back(campaign_.awards[0].id);
  EXPECT_EQ(denominator_of(campaign_, cap_), 100);
  EXPECT_EQ(limit(), 20);
  cap_.of_awards.push_back(campaign_.awards[0].id);  // named twice, counted once
  EXPECT_EQ(limit(), 20);
}

TEST_F(CapLimitTest, LargeTotalsDoNotOverflow) {
  campaign_.awards[1].total = 1'000'000'000;
  EXPECT_EQ(limit(), 200'000'000);
}

TEST_F(CapLimitTest, WhatIsNotKnownIsNotGuessed) {
  cap_.counted_elsewhere = true;
  EXPECT_EQ(limit(), std::nullopt);
  cap_.counted_elsewhere = false;
  campaign_.awards[1].total.reset();
  EXPECT_EQ(limit(), std::nullopt);
  cap_.of_awards.clear();
  EXPECT_EQ(limit(), std::nullopt);
  cap_.percent.reset();
  cap_.count = 5;
  EXPECT_EQ(limit(), std::nullopt);
}

}  // namespace
}  // namespace gongshi
