#include "generator/notice/text_encoding.h"

#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

TEST(TextEncodingTest, KnowsTheEncodingsThatOfficesUse) {
  EXPECT_EQ(as_utf8("公示"), "公示");
  EXPECT_EQ(as_utf8("\xEF\xBB\xBF公示"), "公示");
  EXPECT_EQ(as_utf8("\xB9\xAB\xCA\xBE"), "公示");        // GBK
  EXPECT_EQ(as_utf8("\x95\x32\x82\x36"), "\U00020000");  // GB18030, beyond the BMP
  EXPECT_EQ(as_utf8(std::string("\xFF\xFE\x6C\x51", 4)), "公");
  EXPECT_EQ(as_utf8(std::string("\xFE\xFF\x51\x6C", 4)), "公");
  EXPECT_EQ(as_utf8(""), "");
  EXPECT_EQ(as_utf8("a\tb\r\n"), "a\tb\r\n");
}

TEST(TextEncodingTest, OtherBytesAreNoText) {
  for (const std::string& bytes :
       {std::string("a\0b", 3), std::string("\x81"), std::string("\xFF\xFF"),
        std::string("\x1B[31m"), std::string("\xFF\xFE\x00\xD8", 4)}) {
    EXPECT_EQ(as_utf8(bytes), std::nullopt) << testing::PrintToString(bytes);
  }
}

TEST(TextEncodingTest, LongTextIsConvertedWhole) {
  std::string gbk;
  std::string utf8;
  for (int i = 0; i < 100'000; ++i) {
    gbk += "\xB9\xAB";
    utf8 += "公";
  }
  EXPECT_EQ(as_utf8(gbk), utf8);
}

TEST(TextEncodingTest, Gb18030TellsWhereItStopped) {
  const std::string good =
      "\xB9\xAB"
      "a"
      "\x95\x32\x82\x36";
  EXPECT_EQ(from_gb18030(good).text, "公a\U00020000");
  EXPECT_EQ(from_gb18030(good).bytes_read, good.size());
  for (const char* broken :
       {"\xFF", "\x80", "\xB9", "\xB9\x20", "\x95\x32\x82", "\xFE\x39\xFE\x39"}) {
    const DecodedText decoded = from_gb18030(good + broken);
    EXPECT_EQ(decoded.text, "公a\U00020000") << testing::PrintToString(broken);
    EXPECT_EQ(decoded.bytes_read, good.size()) << testing::PrintToString(broken);
  }
}

TEST(TextEncodingTest, Utf8WithASlipIsNotTakenForGb18030) {
  for (const char* utf8 : {"", "id,name", "公示期满，无人提出异议", "公示期满，无人\xE6\x8F出异议",
                           "公示期满，无人提出异议\xFF", "\uFEFF\xD2\xD2"}) {
    EXPECT_FALSE(is_gb18030(utf8)) << utf8;
  }
  for (const char* gbk :
       {"\xB9\xAB\xCA\xBE\xC6\xDA\xC2\xFA", "id,name\nyi-ju,\xD2\xD2\xBE\xD6\n", "\xFF"}) {
    EXPECT_TRUE(is_gb18030(gbk)) << testing::PrintToString(gbk);
  }
}

TEST(TextEncodingTest, Utf16EndsAtItsNul) {
  EXPECT_EQ(from_utf16le(std::string("\x6C\x51"
                                     "a\0\0\0b\0",
                                     8)),
            "公a");
  EXPECT_EQ(from_utf16le("a"), "");
  EXPECT_EQ(from_utf16le(""), "");
}

}  // namespace
}  // namespace gongshi
