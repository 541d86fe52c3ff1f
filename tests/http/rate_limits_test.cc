#include "intake/http/rate_limits.h"

#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr RateBar::Time kStart(seconds(1'000'000));
constexpr Rate kThreeAndOneAMinute{.at_once = 3, .each = seconds(60)};

TEST(RateLimitsTest, ABarLetsSoManyPassAndThenSaysWhen) {
  RateBar bar(kThreeAndOneAMinute);
  struct Step {
    int after;  // seconds since the start
    std::optional<seconds> wait;
  };
  // Three at once; the fourth waits for the first minute; a refused one costs nothing.
  for (const Step& step :
       {Step{0, {}}, Step{0, {}}, Step{1, {}}, Step{1, seconds(59)}, Step{30, seconds(30)},
        Step{60, {}}, Step{60, seconds(60)}, Step{119, seconds(1)}, Step{120, {}}, Step{1'000, {}},
        Step{1'000, {}}, Step{1'000, {}}, Step{1'000, seconds(60)}}) {
    EXPECT_EQ(bar.wait(7, kStart + seconds(step.after)), step.wait) << step.after;
    EXPECT_EQ(bar.take(7, kStart + seconds(step.after)), step.wait) << step.after;
  }
  EXPECT_EQ(bar.take(8, kStart), std::nullopt) << "another key has a bar of its own";
}

TEST(RateLimitsTest, TheAnswerIsNeverNow) {
  RateBar bar({.at_once = 1, .each = milliseconds(10)});
  EXPECT_FALSE(bar.take(1, kStart));
  EXPECT_EQ(bar.take(1, kStart + milliseconds(9)), seconds(1));
  EXPECT_FALSE(bar.take(1, kStart + milliseconds(10)));
}

TEST(RateLimitsTest, MemoryIsBoundedAndTheOldestGoes) {
  RateBar bar({.at_once = 1, .each = seconds(60)}, 2);
  EXPECT_FALSE(bar.take(1, kStart));
  EXPECT_FALSE(bar.take(2, kStart));
  EXPECT_FALSE(bar.take(1, kStart + seconds(60)));
  EXPECT_FALSE(bar.take(3, kStart + seconds(60)));
  EXPECT_EQ(bar.size(), 2U);
  EXPECT_TRUE(bar.wait(1, kStart + seconds(60))) << "seen later than 2";
  EXPECT_FALSE(bar.wait(2, kStart + seconds(1)));
}

TEST(RateLimitsTest, ABarRemembersSoManyKeysAndNoMore) {
  RateBar bar({.at_once = 1, .each = seconds(60)});
  for (std::uint64_t key = 0; key <= kRateKeysMax; ++key) EXPECT_FALSE(bar.take(key, kStart));
  EXPECT_EQ(bar.size(), kRateKeysMax);
  EXPECT_FALSE(bar.wait(0, kStart)) << "forgotten";
  EXPECT_TRUE(bar.wait(1, kStart));
  EXPECT_TRUE(bar.wait(kRateKeysMax, kStart));
}

ClientNetwork client(NetworkToken token) { return {.token = token}; }

Rates small_rates() {
  return {.filings_of_network = {.at_once = 2, .each = seconds(60)},
          .filings_on_notice = {.at_once = 3, .each = seconds(10)},
          .wrong_codes_of_network = {.at_once = 2, .each = seconds(60)},
          .wrong_codes_on_number = {.at_once = 3, .each = seconds(60)}};
}

TEST(RateLimitsTest, ANetworkAndANoticeEachHaveTheirBar) {
  RateLimits limits(small_rates());
  EXPECT_FALSE(limits.take_filing(client(1), "a", kStart));
  EXPECT_FALSE(limits.take_filing(client(1), "b", kStart));
  EXPECT_EQ(limits.take_filing(client(1), "a", kStart), seconds(60));
  EXPECT_FALSE(limits.take_filing(client(2), "a", kStart));
  EXPECT_FALSE(limits.take_filing(client(3), "a", kStart));
  EXPECT_EQ(limits.take_filing(client(4), "a", kStart), seconds(10));
  EXPECT_FALSE(limits.take_filing(client(4), "b", kStart))
      << "the notice's bar cost the network nothing";
}

TEST(RateLimitsTest, ClientsOfThisMachineAreNotCounted) {
  RateLimits limits(small_rates());
  for (int i = 0; i < 100; ++i) {
    EXPECT_FALSE(limits.take_filing({}, "a", kStart));
    EXPECT_FALSE(limits.wait_before_lookup({}, kStart));
  }
  EXPECT_FALSE(limits.take_filing(client(1), "a", kStart));
}

TEST(RateLimitsTest, WrongCodesCountForTheNetworkAndForTheNumber) {
  RateLimits limits(small_rates());
  EXPECT_FALSE(limits.wait_before_lookup(client(1), kStart));
  EXPECT_FALSE(limits.take_wrong_code(client(1), "2017-000001-B", kStart));
  EXPECT_FALSE(limits.take_wrong_code(client(1), "2017-000001-B", kStart));
  EXPECT_EQ(limits.wait_before_lookup(client(1), kStart), seconds(60));
  EXPECT_FALSE(limits.wait_before_lookup(client(2), kStart));
  EXPECT_FALSE(limits.take_wrong_code(client(2), "2017-000001-B", kStart));
  EXPECT_EQ(limits.take_wrong_code({}, "2017-000001-B", kStart), seconds(60));
  EXPECT_FALSE(limits.take_wrong_code(client(2), "2017-000002-0", kStart));
}

TEST(RateLimitsTest, ASharedNetworkHasAHigherBar) {
  RateLimits limits({.filings_of_network = {.at_once = 1, .each = seconds(60)},
                     .filings_of_shared_network = {.at_once = 2, .each = seconds(30)},
                     .wrong_codes_of_network = {.at_once = 1, .each = seconds(60)},
                     .wrong_codes_of_shared_network = {.at_once = 2, .each = seconds(30)}});
  const ClientNetwork shared{.token = 1, .shared = true};
  EXPECT_FALSE(limits.take_filing(shared, "a", kStart));
  EXPECT_FALSE(limits.take_filing(shared, "a", kStart));
  EXPECT_EQ(limits.take_filing(shared, "a", kStart), seconds(30));
  EXPECT_FALSE(limits.take_wrong_code(shared, "2017-000001-B", kStart));
  EXPECT_FALSE(limits.wait_before_lookup(shared, kStart));
  EXPECT_FALSE(limits.take_wrong_code(shared, "2017-000002-0", kStart));
  EXPECT_EQ(limits.wait_before_lookup(shared, kStart), seconds(30));
}

// The numbers mean what their reasons say.
TEST(RateLimitsTest, ASchoolPassesUnderTheBar) {
  RateLimits limits;
  for (int pupil = 0; pupil < 40; ++pupil) EXPECT_FALSE(limits.take_filing(client(1), "a", kStart));
  for (int pupil = 40; pupil < 1'000; ++pupil) {
    EXPECT_FALSE(limits.take_filing(client(1), "a", kStart + seconds(pupil * 4 * 3'600 / 1'000)))
        << pupil;
  }
}

TEST(RateLimitsTest, ACitysGatewayPassesUnderTheHigherBar) {
  RateLimits limits;
  const ClientNetwork gateway{.token = 1, .shared = true};
  for (int i = 0; i < 10'000; ++i) {
    EXPECT_FALSE(limits.take_filing(gateway, "a", kStart + seconds(i * 4 * 3'600 / 10'000))) << i;
  }
}

}  // namespace
}  // namespace gongshi
