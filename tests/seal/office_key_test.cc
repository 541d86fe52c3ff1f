#include "intake/seal/office_key.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace gongshi {
namespace {

TEST(OfficeKeyTest, WhatIsWrappedToItOpensWithItAlone) {
  const OfficeKey office = OfficeKey::random();
  const DataKey key = DataKey::random();
  const OfficeSealer sealer = OfficeSealer::to(office.public_key()).value();
  const std::string wrapped = sealer.wrap(key);
  EXPECT_EQ(office.unwrap(wrapped).value().bytes(), key.bytes());
  const auto other = OfficeKey::random().unwrap(wrapped);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().kind, ErrorKind::Corrupt);
}

TEST(OfficeKeyTest, AnyChangedByteAndAnyOtherLengthIsRefused) {
  const OfficeKey office = OfficeKey::random();
  const std::string wrapped = OfficeSealer::to(office.public_key()).value().wrap(DataKey::random());
  for (std::size_t i = 0; i < wrapped.size(); ++i) {
    std::string changed = wrapped;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(office.unwrap(changed)) << i;
    EXPECT_FALSE(office.unwrap(wrapped.substr(0, i))) << i;
  }
  EXPECT_FALSE(office.unwrap(wrapped + '\0'));
}

// One ephemeral key per batch is safe as long as no nonce comes twice; and none serves two batches.
TEST(OfficeKeyTest, ABatchSharesItsEphemeralKeyAndNothingElse) {
  const OfficeKey office = OfficeKey::random();
  const DataKey key = DataKey::random();
  std::set<std::string> ephemeral_keys;
  std::set<std::string> nonces;
  for (int batch = 0; batch < 10; ++batch) {
    const OfficeSealer sealer = OfficeSealer::to(office.public_key()).value();
    for (int i = 0; i < 100; ++i) {
      const std::string wrapped = sealer.wrap(key);
      ephemeral_keys.insert(wrapped.substr(0, 32));
      nonces.insert(wrapped.substr(32, 24));
    }
  }
  EXPECT_EQ(ephemeral_keys.size(), 10U);
  EXPECT_EQ(nonces.size(), 1000U);
}

TEST(OfficeKeyTest, APointOfSmallOrderIsNoKey) {
  const auto sealer = OfficeSealer::to(OfficePublicKey{});
  ASSERT_FALSE(sealer);
  EXPECT_EQ(sealer.error().kind, ErrorKind::Corrupt);
}

TEST(OfficeKeyTest, PublicHalfAndIdFollowFromTheSecret) {
  OfficeKey::Secret secret;
  secret.fill(9);
  const OfficeKey key = OfficeKey::from_secret(secret);
  EXPECT_EQ(key.public_key(), OfficeKey::from_secret(secret).public_key());
  EXPECT_EQ(key.secret(), secret);
  EXPECT_EQ(hex(key.public_key().bytes),
            "57db4b359f23ae5e146e4e2512056704722506348c150c14753d0c933d04d421");
  EXPECT_EQ(key.public_key().id(), "16c946033b8106a4");
}

}  // namespace
}  // namespace gongshi
