#include "intake/seal/key_shares.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace gongshi {
namespace {

using testing::HasSubstr;

// Every choice of shares, as the bits of a number.
std::vector<KeyShare> chosen(const std::vector<KeyShare>& shares, unsigned bits) {
  std::vector<KeyShare> some;
  for (unsigned i = 0; i < shares.size(); ++i) {
    if ((bits >> i & 1U) != 0) some.push_back(shares[i]);
  }
  return some;
}

TEST(KeySharesTest, AnyKRestoreTheKeyAndFewerDoNot) {
  const OfficeKey key = OfficeKey::random();
  for (const auto& [needed, total] : {std::pair(2U, 2U), {2U, 3U}, {3U, 5U}, {5U, 5U}}) {
    const std::vector<KeyShare> shares = split_key(key, needed, total);
    ASSERT_EQ(shares.size(), total);
    for (unsigned bits = 1; bits < 1U << total; ++bits) {
      std::vector<KeyShare> some = chosen(shares, bits);
      std::ranges::reverse(some);
      const auto joined = join_shares(some);
      ASSERT_EQ(joined.has_value(), some.size() >= needed) << needed << "/" << total << " " << bits;
      if (joined) {
        EXPECT_EQ(joined->secret(), key.secret());
      }
    }
  }
}

TEST(KeySharesTest, SixteenOfSixteenIsTheMost) {
  const OfficeKey key = OfficeKey::random();
  const std::vector<KeyShare> shares = split_key(key, kSharesMax, kSharesMax);
  EXPECT_EQ(join_shares(shares).value().secret(), key.secret());
}

// What one share says of the key: nothing. Each byte of the first share of the same key takes every
// value equally often, whatever the key is, because it is the key's byte and a random one.
TEST(KeySharesTest, AShareIsFreshRandomness) {
  const OfficeKey key = OfficeKey::random();
  std::array<int, 256> seen{};
  constexpr int kSplits = 4000;
  for (int i = 0; i < kSplits; ++i) {
    const KeyShare share = split_key(key, 2, 2).front();
    for (const unsigned char byte : share.value) ++seen[byte];
  }
  constexpr int kExpected = kSplits * 32 / 256;
  for (const int count : seen) EXPECT_NEAR(count, kExpected, 200) << "nine standard deviations";
}

TEST(KeySharesTest, SharesThatDoNotBelongTogetherAreRefused) {
  const OfficeKey key = OfficeKey::random();
  const std::vector<KeyShare> shares = split_key(key, 2, 3);
  const std::vector<KeyShare> again = split_key(key, 2, 3);
  const std::vector<KeyShare> other_key = split_key(OfficeKey::random(), 2, 3);
  const std::vector<KeyShare> other_way = split_key(key, 3, 3);
  EXPECT_FALSE(join_shares({}));
  EXPECT_FALSE(join_shares(std::vector{shares[0], again[1]}));
  EXPECT_FALSE(join_shares(std::vector{shares[0], again[0]}));
  EXPECT_FALSE(join_shares(std::vector{shares[0], other_key[1]}));
  EXPECT_FALSE(join_shares(std::vector{shares[0], other_way[1]}));
  const auto twice = join_shares(std::vector{shares[0], shares[0]});
  ASSERT_FALSE(twice);
  EXPECT_THAT(twice.error().message, HasSubstr("只有 1 份，要 2 份"));
  KeyShare changed = shares[0];
  changed.value[31] ^= 1U;
  EXPECT_FALSE(join_shares(std::vector{changed, shares[1]}));
}

TEST(KeySharesTest, TextIsReadBackAndEveryMistakeShows) {
  const KeyShare share = split_key(OfficeKey::random(), 3, 5)[1];
  const std::string text = write_share(share);
  EXPECT_THAT(text, HasSubstr("share: 2 of 5, 3 restore the key\n"));
  EXPECT_EQ(read_share(text).value(), share);
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(read_share(changed)) << i << ": " << text[i];
    EXPECT_FALSE(read_share(text.substr(0, i))) << i;
  }
  EXPECT_FALSE(read_share(text + " "));
}

}  // namespace
}  // namespace gongshi
