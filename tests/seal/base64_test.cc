#include "intake/seal/base64.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace gongshi {
namespace {

struct Example {
  std::string_view bytes;
  std::string_view text;
};

constexpr Example kExamples[] = {  // RFC 4648, section 10
    {"", ""},
    {"f", "Zg=="},
    {"fo", "Zm8="},
    {"foo", "Zm9v"},
    {"foob", "Zm9vYg=="},
    {"fooba", "Zm9vYmE="},
    {"foobar", "Zm9vYmFy"},
    {"\xFB\xFF", "+/8="}};

TEST(Base64Test, WritesAndReadsTheStandardsExamples) {
  for (const auto& [bytes, text] : kExamples) {
    EXPECT_EQ(to_base64(bytes), text);
    EXPECT_EQ(from_base64(text), bytes);
  }
}

TEST(Base64Test, EveryByteIsWrittenAsItIsReadInEveryPlace) {
  for (int byte = 0; byte < 256; ++byte) {
    for (std::size_t place = 0; place < 8; ++place) {
      std::string bytes(8, '\x5A');
      bytes[place] = static_cast<char>(byte);
      EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
      EXPECT_EQ(from_base64(to_base64(bytes.substr(0, place + 1))), bytes.substr(0, place + 1));
    }
  }
}

TEST(Base64Test, EveryValueHasOneSpelling) {
  constexpr std::string_view kRejected[] = {
      "Zg",    "Zg=",      "Zg===",    "Zg==\n", " Zg==",     "Zg== ", "Z g==",
      "Zm9v=", "Zm9v====", "Zh==",     "Zk==",   "Zm9=",      "Zm+_",  "-_8=",
      "=",     "====",     "Zg==Zg==", "Zm9vY",  "\u00E9w==", "Zm9\0", "Zm9vYg==\r\n"};
  for (const std::string_view text : kRejected) EXPECT_FALSE(from_base64(text)) << text;
}

// One byte has 256 spellings; every other four characters with this padding are refused.
TEST(Base64Test, OnlyTheCanonicalSpellingOfAByteIsRead) {
  int accepted = 0;
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string text = {static_cast<char>(first), static_cast<char>(second), '=', '='};
      const auto bytes = from_base64(text);
      if (!bytes) continue;
      ++accepted;
      EXPECT_EQ(to_base64(*bytes), text);
    }
  }
  EXPECT_EQ(accepted, 256);
}

}  // namespace
}  // namespace gongshi
