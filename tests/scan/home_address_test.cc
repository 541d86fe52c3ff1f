#include "generator/scan/home_address.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(HomeAddressTest, AHouseNumberInTheSameSentence) {
  EXPECT_EQ(home_addresses("家庭住址：某路15号", Zone::Page).size(), 1U);
  EXPECT_TRUE(home_addresses("家庭住址：某路", Zone::Page).empty());
  EXPECT_TRUE(home_addresses("家庭住址保密。办公地址：某路15号", Zone::Page).empty());
  EXPECT_TRUE(home_addresses("办公地址：某路15号", Zone::Page).empty());
  EXPECT_TRUE(home_addresses("家庭住址：某路15号", Zone::ContactBlock).empty());
}

TEST(HomeAddressTest, TwoLabelsOfOneAddressAreOneFinding) {
  EXPECT_EQ(home_addresses("户籍住址：某路15号", Zone::Page).size(), 1U);
}

}  // namespace
}  // namespace gongshi
