#include "intake/seal/ed25519.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "generator/notice/digest.h"

namespace gongshi {
namespace {

template <class Bytes>
Bytes from_hex(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  Bytes bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] =
        static_cast<unsigned char>(kDigits.find(text[2 * i]) * 16 + kDigits.find(text[2 * i + 1]));
  }
  return bytes;
}

struct Example {
  std::string_view seed;
  std::string_view public_key;
  std::string_view message;
  std::string_view signature;
};

constexpr Example kRfc8032[] = {  // section 7.1, tests 1 and 2
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b"
     "4"
     "6bd25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "\x72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11"
     "d"
     "8c387b2eaeb4302aeeb00d291612bb0c00"}};

TEST(Ed25519Test, SignsAsTheStandardDoes) {
  for (const auto& [seed, public_key, message, signature] : kRfc8032) {
    const Ed25519Key key = Ed25519Key::from_seed(from_hex<Ed25519Seed>(seed));
    EXPECT_EQ(hex(key.public_key()), public_key);
    EXPECT_EQ(hex(key.seed()), seed);
    EXPECT_EQ(hex(key.sign(message)), signature);
    EXPECT_TRUE(verify_ed25519(key.public_key(), message, from_hex<Ed25519Signature>(signature)));
  }
}

TEST(Ed25519Test, RefusesEveryFlippedBit) {
  const Ed25519Key key = Ed25519Key::random();
  const std::string message = "gongshi.example/objections\n";
  const Ed25519Signature signature = key.sign(message);
  ASSERT_TRUE(verify_ed25519(key.public_key(), message, signature));
  for (std::size_t bit = 0; bit < signature.size() * 8; ++bit) {
    Ed25519Signature wrong = signature;
    wrong[bit / 8] ^= static_cast<unsigned char>(1U << (bit % 8));
    EXPECT_FALSE(verify_ed25519(key.public_key(), message, wrong)) << bit;
  }
  EXPECT_FALSE(verify_ed25519(key.public_key(), message + " ", signature));
  EXPECT_FALSE(verify_ed25519(Ed25519Key::random().public_key(), message, signature));
  EXPECT_FALSE(verify_ed25519(Ed25519PublicKey{}, message, signature));  // no point of use
}

TEST(Ed25519Test, TwoRandomKeysDiffer) {
  EXPECT_NE(Ed25519Key::random().seed(), Ed25519Key::random().seed());
}

}  // namespace
}  // namespace gongshi
