#include "generator/scan/exif.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/scan/sample_documents.h"

namespace gongshi {
namespace {

TEST(ExifTest, TextsInTheirEncodings) {
  const Exif exif = read_exif(sample_exif({{0x013B, 2, std::string("Zhang San\0", 10)},
                                           {0x010E, 2, "ab"},
                                           {0x9C9D, 1, std::string("\x6C\x51\0\0", 4)},
                                           {0x9286, 7, std::string("ASCII\0\0\0note", 12)},
                                           {0x0001, 2, "other"},
                                           {0x0112, 3, std::string("\0\1", 2)}}));
  ASSERT_EQ(exif.texts.size(), 5U);
  EXPECT_EQ(exif.texts[0].name, "Artist");
  EXPECT_EQ(exif.texts[0].text, "Zhang San");
  EXPECT_EQ(exif.texts[1].text, "ab");
  EXPECT_EQ(exif.texts[2].text, "公");
  EXPECT_EQ(exif.texts[3].text, "note");
  EXPECT_EQ(exif.texts[4].name, "0x0001");
  EXPECT_FALSE(exif.has_position);
}

TEST(ExifTest, ReadsLowByteFirstToo) {
  const std::string tiff("II*\0\x08\0\0\0\x01\0\x3B\x01\x02\0\x03\0\0\0ab\0\0\0\0\0\0", 26);
  const Exif exif = read_exif(tiff);
  ASSERT_EQ(exif.texts.size(), 1U);
  EXPECT_EQ(exif.texts[0].text, "ab");
}

TEST(ExifTest, AnEmptyPositionIsNone) {
  EXPECT_TRUE(read_exif(sample_exif({{0x8825, 4, {'\0', '\0', '\0', '\x08'}}})).has_position);
  EXPECT_FALSE(read_exif(sample_exif({{0x8825, 4, {'\0', '\0', '\0', '\x7F'}}})).has_position);
}

TEST(ExifTest, TextsTogetherAreNoLongerThanTheBlock) {
  // Two hundred entries that claim the whole block, one after the other.
  std::string tiff("MM\0*\0\0\0\x08\0\xC8", 10);
  for (int i = 0; i < 200; ++i) {
    tiff += std::string("\x01\x0E\0\x02\0\0\x04\0\0\0\0\0", 12);  // 1024 bytes from 0
  }
  tiff += std::string(2000, 'x');
  EXPECT_LE(read_exif(tiff).texts.size(), tiff.size() / 1024);
}

// A directory that names itself as the next one, sizes that reach past the end, every prefix.
TEST(ExifTest, BrokenBlocksEnd) {
  const std::string whole = sample_exif({{0x013B, 2, "Zhang San"},
                                         {0x8769, 4, {'\0', '\0', '\0', '\x08'}},
                                         {0x010E, 2, std::string(100, 'x')}});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_LE(read_exif(whole.substr(0, size)).texts.size(), 100U);
  }
  EXPECT_TRUE(read_exif("MM").texts.empty());
  EXPECT_TRUE(read_exif("no TIFF at all").texts.empty());
}

}  // namespace
}  // namespace gongshi
