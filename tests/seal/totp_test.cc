#include "intake/seal/totp.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace gongshi {
namespace {

using testing::HasSubstr;

// "12345678901234567890", the secret of RFC 6238, appendix B.
TotpSecret rfc_secret() {
  constexpr std::string_view kText = "12345678901234567890";
  TotpSecret::Bytes bytes{};
  std::ranges::copy(kText, bytes.begin());
  return TotpSecret(bytes);
}

Instant at(std::int64_t seconds) {
  return {std::chrono::sys_seconds(std::chrono::seconds(seconds))};
}

struct Vector {
  std::int64_t time;
  std::string_view eight_digits;
};

// RFC 6238, appendix B, the rows for SHA-1. A code of six digits is the last six of one of eight.
constexpr Vector kVectors[] = {{59, "94287082"},         {1111111109, "07081804"},
                               {1111111111, "14050471"}, {1234567890, "89005924"},
                               {2000000000, "69279037"}, {20000000000, "65353130"}};

TEST(TotpTest, GivesTheCodesOfTheRfc) {
  for (const auto& [time, digits] : kVectors) {
    EXPECT_EQ(rfc_secret().code_at(at(time)), digits.substr(2)) << time;
  }
}

TEST(TotpTest, TakesTheCodesOfTheStepsAroundAndSaysWhichItWas) {
  const TotpSecret secret = rfc_secret();
  constexpr std::int64_t kTime = 1111111111;
  constexpr std::uint64_t kStep = 1111111111 / 30;
  const struct {
    std::int64_t shown_at;
    std::optional<std::uint64_t> step;
  } cases[] = {{kTime, kStep},
               {kTime - 30, kStep - 1},
               {kTime + 30, kStep + 1},
               {kTime - 60, std::nullopt},
               {kTime + 60, std::nullopt}};
  for (const auto& [shown_at, step] : cases) {
    EXPECT_EQ(secret.step_of(secret.code_at(at(shown_at)), at(kTime)), step) << shown_at;
  }
  EXPECT_EQ(secret.step_of("050 471", at(kTime)), kStep);
}

TEST(TotpTest, TakesNothingElse) {
  for (const std::string_view typed : {"", "050472", "05047", "0504711", "14050471", "OSO471"}) {
    EXPECT_FALSE(rfc_secret().step_of(typed, at(1111111111))) << typed;
  }
  EXPECT_FALSE(TotpSecret::random().step_of(rfc_secret().code_at(at(59)), at(1111111111)));
}

TEST(TotpTest, IsHandedToAnAuthenticatorInItsSpelling) {
  EXPECT_EQ(rfc_secret().text(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  const std::string address = rfc_secret().address("公示异议", "li");
  EXPECT_THAT(address, testing::StartsWith("otpauth://totp/%E5%85%AC"));
  EXPECT_THAT(address, HasSubstr(":li?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E5"));
}

TEST(TotpTest, NoTwoAreTheSame) {
  EXPECT_NE(TotpSecret::random().bytes(), TotpSecret::random().bytes());
}

}  // namespace
}  // namespace gongshi
