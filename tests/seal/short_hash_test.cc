#include "intake/seal/short_hash.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(ShortHashTest, IsTheSameUnderOneKeyAndNotUnderAnother) {
  const ShortHash first = ShortHash::random();
  const ShortHash second = ShortHash::random();
  EXPECT_EQ(first.of("shanxi-2017"), first.of("shanxi-2017"));
  EXPECT_NE(first.of("shanxi-2017"), first.of("shanxi-2018"));
  EXPECT_NE(first.of("shanxi-2017"), second.of("shanxi-2017"));
  EXPECT_NE(first.of(""), second.of(""));
}

}  // namespace
}  // namespace gongshi
