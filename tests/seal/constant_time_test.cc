#include "intake/seal/constant_time.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(ConstantTimeTest, ComparesLikeAnyOther) {
  EXPECT_TRUE(equal_in_constant_time("", ""));
  EXPECT_TRUE(equal_in_constant_time("123456", "123456"));
  EXPECT_FALSE(equal_in_constant_time("123456", "123457"));
  EXPECT_FALSE(equal_in_constant_time("123456", "12345"));
}

}  // namespace
}  // namespace gongshi
