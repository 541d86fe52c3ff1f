#include "generator/publish/build_record.h"

#include <gmock/gmock.h>

namespace gongshi {
namespace {

constexpr std::size_t kDigestBytes = 32;

BuildRecord sample_record() {
  const FileStamp stamp{
      .inode = 7, .mode = 0100644, .bytes = 4, .modified_at = -1, .changed_at = 1'500'000'000'000};
  const KnownFiles files{
      .looked_at = 9,
      .files = {{.path = "", .stamp = stamp, .digest = sha256("site.toml/")},
                {.path = "site.toml", .stamp = stamp, .digest = std::nullopt, .note = "front"}}};
  return {.made_by = "gongshi 0\n",
          .as_of = *parse_instant("2017-06-22T09:00:00+08:00"),
          .until = parse_instant("2017-06-23T00:00:00+08:00").value(),
          .next_change = "下次需要重建",
          .notices = 3,
          .root = "content",
          .warnings = {{.place = {.file = "content/site.toml", .line = 3, .column = 1},
                        .level = Level::Warning,
                        .code = "unused-file",
                        .message = "没有用到"}},
          .contacts = "none",
          .content = files,
          .templates = {},
          .site = files};
}

// As a hand would that knows the format.
std::string sealed_again(std::string bytes) {
  bytes.resize(bytes.size() - kDigestBytes);
  const Sha256 digest = sha256(bytes);
  return bytes + std::string(digest.begin(), digest.end());
}

TEST(BuildRecordTest, ComesBackAsItWas) {
  BuildRecord record = sample_record();
  EXPECT_EQ(read_build_record(write_build_record(record)), record);
  record.until = std::nullopt;
  record.content.files.clear();
  EXPECT_EQ(read_build_record(write_build_record(record)), record);
}

TEST(BuildRecordTest, OneBadBitIsNoRecord) {
  const std::string good = write_build_record(sample_record());
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ (1 << i % 8));
    EXPECT_FALSE(read_build_record(bad)) << i;
  }
}

TEST(BuildRecordTest, ARecordThatIsCutOffOrGoesOnIsNoRecord) {
  const std::string good = write_build_record(sample_record());
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_FALSE(read_build_record(std::string_view(good).substr(0, size))) << size;
  }
  EXPECT_FALSE(read_build_record(good + "x"));
  EXPECT_FALSE(read_build_record(sealed_again(good + std::string(kDigestBytes, 'x'))));
  EXPECT_FALSE(read_build_record(good + good));
}

// With a digest that fits: what is read has one spelling, or nothing is read.
TEST(BuildRecordTest, WhatAHandMadeIsReadStrictlyOrNotAtAll) {
  const std::string good = write_build_record(sample_record());
  int refused = 0;
  for (std::size_t i = 0; i + kDigestBytes < good.size(); ++i) {
    for (const int value : {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
      std::string bad = good;
      bad[i] = static_cast<char>(value);
      const std::string sealed = sealed_again(bad);
      const auto read = read_build_record(sealed);
      if (read) {
        EXPECT_EQ(write_build_record(*read), sealed) << i;
      }
      refused += read ? 0 : 1;
    }
  }
  EXPECT_GT(refused, 500);
}

TEST(BuildRecordTest, PathsComeInOrderEachOnce) {
  BuildRecord record = sample_record();
  record.site.files.push_back(record.site.files.back());
  EXPECT_FALSE(read_build_record(write_build_record(record)));
  record = sample_record();
  std::swap(record.content.files[0], record.content.files[1]);
  EXPECT_FALSE(read_build_record(write_build_record(record)));
}

}  // namespace
}  // namespace gongshi
