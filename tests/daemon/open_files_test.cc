#include "intake/command/open_files.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

namespace gongshi {
namespace {

TEST(OpenFilesTest, RaisesTheLimitAsFarAsItMay) {
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  rlimit low = before;
  low.rlim_cur = 100;
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &low), 0);
  EXPECT_EQ(allow_open_files(200), 200U);
  rlimit after{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &after), 0);
  EXPECT_EQ(after.rlim_cur, 200U);
  EXPECT_EQ(allow_open_files(150), 200U) << "never lowers it";
  if (before.rlim_max != RLIM_INFINITY) {
    EXPECT_EQ(allow_open_files(before.rlim_max + 1), before.rlim_max);
  }
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
}

}  // namespace
}  // namespace gongshi
