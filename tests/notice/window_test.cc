#include "generator/notice/window.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(WindowTest, IsHalfOpen) {
  const Instant opens = *parse_instant("2017-06-21T09:00:00+08:00");
  const Instant closes = *parse_instant("2017-06-28T00:00:00+08:00");
  const Window window{.published_at = opens, .closes_at = closes};
  const std::chrono::seconds second{1};
  EXPECT_FALSE(window.contains(Instant{opens.utc - second}));
  EXPECT_TRUE(window.contains(opens));
  EXPECT_TRUE(window.contains(Instant{closes.utc - second}));
  EXPECT_FALSE(window.contains(closes)) << "the closing instant itself is too late";
}

}  // namespace
}  // namespace gongshi
