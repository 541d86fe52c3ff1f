#include "intake/seal/office_subkey.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

constexpr std::string_view kUse = "gongshi subkey test";

TEST(OfficeSubkeyTest, FollowsFromKeyUseAndSalt) {
  const OfficeKey key = OfficeKey::random();
  const StreamKey subkey = office_subkey(key, kUse, "salt");
  EXPECT_EQ(office_subkey(OfficeKey::from_secret(key.secret()), kUse, "salt"), subkey);
  EXPECT_NE(office_subkey(OfficeKey::random(), kUse, "salt"), subkey);
  EXPECT_NE(office_subkey(key, "gongshi another test", "salt"), subkey);
  EXPECT_NE(office_subkey(key, kUse, "another salt"), subkey);
  EXPECT_NE(subkey, key.secret());
}

}  // namespace
}  // namespace gongshi
