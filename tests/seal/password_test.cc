#include "intake/seal/password.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gongshi {
namespace {

constexpr PasswordCost kCheap{.passes = 1, .memory_bytes = 8192};

TEST(PasswordTest, FitsItselfAndNothingElse) {
  const std::string hash = hash_password("山高水长 月明风清", kCheap).value();
  EXPECT_TRUE(password_fits(hash, "山高水长 月明风清"));
  for (const std::string_view wrong : {"", "山高水长", "山高水长 月明风清 ", "山高水长 月明风情"}) {
    EXPECT_FALSE(password_fits(hash, wrong)) << wrong;
  }
}

TEST(PasswordTest, IsHashedWithASaltOfItsOwn) {
  EXPECT_NE(hash_password("同一句口令", kCheap).value(),
            hash_password("同一句口令", kCheap).value());
}

TEST(PasswordTest, CostsWhatTheHeaderSays) {
  EXPECT_THAT(hash_password("同一句口令").value(),
              testing::StartsWith("$argon2id$v=19$m=65536,t=2,p=1$"));
}

TEST(PasswordTest, WhatIsNoHashFitsNothing) {
  EXPECT_FALSE(password_fits("", ""));
  EXPECT_FALSE(password_fits("山高水长", "山高水长"));
  EXPECT_FALSE(password_fits(std::string(4096, '$'), ""));
}

}  // namespace
}  // namespace gongshi
