#include "intake/http/clock.h"

#include <gtest/gtest.h>

#include "tests/filing/sample_filing.h"

namespace gongshi {
namespace {

TEST(ClockTest, TheSystemsIsTheMachines) {
  const auto before = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const Instant now = Clock::system().now();
  const auto after = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  EXPECT_LE(before, now.utc);
  EXPECT_LE(now.utc, after);
  EXPECT_FALSE(Clock::system().is_demonstration());
}

TEST(ClockTest, ADemonstrationBeginsWhereItIsTold) {
  const Instant start = at("2017-06-22T09:00:00+08:00");
  const Clock clock = Clock::demonstration(start);
  EXPECT_TRUE(clock.is_demonstration());
  EXPECT_LE(start, clock.now());
  EXPECT_LT(clock.now().utc - start.utc, std::chrono::minutes(5));
}

}  // namespace
}  // namespace gongshi
