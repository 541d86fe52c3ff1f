#include "generator/render/cap_limit.h"

#include <gtest/gtest.h>

#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

class CapLimitTest : public testing::Test {
 protected:
  CapLimitTest() {
    site_.campaign().awards[0].total = 33;
    site_.campaign().awards[1].total = 67;
    cap_.percent = 20;
    cap_.of_awards = {site_.campaign().awards[1].id};
  }

  std::optional<int> limit() { return cap_limit(site_.campaign(), cap_); }

  SampleSite site_;
  Cap cap_;
};

TEST_F(CapLimitTest, ACeilingIsRoundedDownAFloorUp) {
  EXPECT_EQ(limit(), 13);
  cap_.at_least = true;
  EXPECT_EQ(limit(), 14);
}

TEST_F(CapLimitTest, SeveralAwardsMakeOneDenominator) {
  cap_.of_awards.push_back(site_.campaign().awards[0].id);
  EXPECT_EQ(denominator_of(site_.campaign(), cap_), 100);
  EXPECT_EQ(limit(), 20);
}

TEST_F(CapLimitTest, WhatIsNotKnownIsNotGuessed) {
  cap_.counted_elsewhere = true;
  EXPECT_EQ(limit(), std::nullopt);
  cap_.counted_elsewhere = false;
  site_.campaign().awards[1].total.reset();
  EXPECT_EQ(limit(), std::nullopt);
  cap_.of_awards.clear();
  EXPECT_EQ(limit(), std::nullopt);
  cap_.percent.reset();
  cap_.count = 5;
  EXPECT_EQ(limit(), std::nullopt);
}

}  // namespace
}  // namespace gongshi
