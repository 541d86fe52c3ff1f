#include "generator/scan/image_metadata.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/scan/sample_documents.h"

namespace gongshi {
namespace {

TEST(ImageMetadataTest, SegmentsUpToThePixels) {
  const DocumentText found = jpeg_metadata(
      sample_jpeg({{'\xFE', "one"}, {'\xED', "two"}, {'\xE0', "JFIF"}}) + "\xFF\xFE\x00\x05no");
  ASSERT_EQ(found.parts.size(), 2U);
  EXPECT_EQ(found.parts[0].text, "one");
  EXPECT_EQ(found.parts[1].locus, "IPTC");
}

TEST(ImageMetadataTest, EveryPrefixEnds) {
  const std::string jpeg = sample_jpeg({{'\xFE', "one"}, {'\xE1', std::string("Exif\0\0MM", 8)}});
  const std::string png =
      sample_png({{"tEXt", "no end of the keyword"}, {"iTXt", ""}, {"eXIf", "MM"}});
  for (std::size_t size = 0; size <= jpeg.size(); ++size) jpeg_metadata(jpeg.substr(0, size));
  for (std::size_t size = 0; size <= png.size(); ++size) png_metadata(png.substr(0, size));
  EXPECT_EQ(png_metadata(png).parts.size(), 0U);
}

TEST(ImageMetadataTest, CompressedTextIsARemark) {
  const DocumentText found =
      png_metadata(sample_png({{"zTXt", "x"}, {"iTXt", std::string("Comment\0\1\0\0\0...", 15)}}));
  EXPECT_EQ(found.remarks.size(), 2U);
  EXPECT_TRUE(found.parts.empty());
}

}  // namespace
}  // namespace gongshi
