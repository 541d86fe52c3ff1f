#include "intake/seal/office_key_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

using testing::HasSubstr;

constexpr std::string_view kPassphrase = "山高 水长 月明 风清";
constexpr PassphraseCost kCheap{.passes = 1, .memory_bytes = 8192};

std::string sample_file(const OfficeKey& key) {
  return write_office_key(key, kPassphrase, kCheap).value();
}

std::string with(std::string text, std::string_view what, std::string_view by) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), by);
}

TEST(OfficeKeyFileTest, OpensWithThePassphraseOnly) {
  const OfficeKey key = OfficeKey::random();
  const std::string file = sample_file(key);
  EXPECT_EQ(open_office_key(file, kPassphrase).value().secret(), key.secret());
  EXPECT_EQ(read_public_half(file).value(), key.public_key());
  EXPECT_THAT(file, HasSubstr("id: " + key.public_key().id() + "\n"));
  for (const std::string_view wrong : {"", "山高 水长 月明 风", "山高 水长 月明 风清 "}) {
    const auto opened = open_office_key(file, wrong);
    ASSERT_FALSE(opened) << wrong;
    EXPECT_EQ(opened.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(opened.error().message, HasSubstr("口令不对"));
  }
}

TEST(OfficeKeyFileTest, TwoFilesOfOneKeyAndPassphraseShareNothing) {
  const OfficeKey key = OfficeKey::random();
  const std::string one = sample_file(key);
  const std::string other = sample_file(key);
  EXPECT_NE(one.substr(one.find("kdf:")), other.substr(other.find("kdf:")));
}

TEST(OfficeKeyFileTest, AnyChangedByteIsRefused) {
  const std::string file = sample_file(OfficeKey::random());
  for (std::size_t i = 0; i < file.size(); ++i) {
    std::string changed = file;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(open_office_key(changed, kPassphrase)) << i << ": " << file[i];
  }
  for (std::size_t size = 0; size < file.size(); ++size) {
    EXPECT_FALSE(read_public_half(file.substr(0, size))) << size;
  }
  EXPECT_FALSE(read_public_half(file + "\n"));
}

// The public half of another key over this one's secret half would seal to somebody else.
TEST(OfficeKeyFileTest, APublicHalfThatIsNotItsOwnIsRefused) {
  const std::string file = sample_file(OfficeKey::random());
  const std::string other = sample_file(OfficeKey::random());
  const auto line = [](const std::string& text, std::string_view from, std::string_view to) {
    return text.substr(text.find(from), text.find(to) - text.find(from));
  };
  const std::string mixed = with(file, line(file, "id:", "kdf:"), line(other, "id:", "kdf:"));
  ASSERT_TRUE(read_public_half(mixed));
  EXPECT_FALSE(open_office_key(mixed, kPassphrase));
}

// A file must not keep the machine busy before anything is known about it.
TEST(OfficeKeyFileTest, UnbearableCostsAreNoKeyFile) {
  const std::string file = sample_file(OfficeKey::random());
  for (const std::string_view cost :
       {"argon2id13 0 8192", "argon2id13 17 8192", "argon2id13 1 8191", "argon2id13 1 1073741825",
        "argon2id13 4294967297 8192", "argon2i13 1 8192", "argon2id13 01 8192"}) {
    const auto opened = open_office_key(with(file, "argon2id13 1 8192", cost), kPassphrase);
    ASSERT_FALSE(opened) << cost;
    EXPECT_EQ(opened.error().kind, ErrorKind::Corrupt) << cost;
  }
  EXPECT_TRUE(read_public_half(with(file, " 1 8192", " 16 1073741824")));
}

TEST(OfficeKeyFileTest, TheDefaultCostIsWhatTheFileSays) {
  const OfficeKey key = OfficeKey::random();
  const std::string file = write_office_key(key, kPassphrase).value();
  EXPECT_THAT(file, HasSubstr("kdf: argon2id13 3 268435456 "));
  EXPECT_EQ(open_office_key(file, kPassphrase).value().secret(), key.secret());
}

}  // namespace
}  // namespace gongshi
