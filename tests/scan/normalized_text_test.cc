#include "generator/scan/normalized_text.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace gongshi {
namespace {

TEST(NormalizedTextTest, CharactersBecomeWhatTheyMean) {
  EXPECT_EQ(NormalizedText("１３８").text(), "138");
  EXPECT_EQ(NormalizedText("（＠）").text(), "(@)");
  EXPECT_EQ(NormalizedText("①⑩Ⅹ").text(), "110X");
  EXPECT_EQ(NormalizedText("⾝份").text(), "身份");
  EXPECT_EQ(NormalizedText("a\u3000b\u00A0c").text(), "a b c");
}

TEST(NormalizedTextTest, InvisibleCharactersVanish) {
  EXPECT_EQ(NormalizedText("1\u200B3\u00AD8\uFEFF").text(), "138");
}

TEST(NormalizedTextTest, PlainTextStaysAsItIs) {
  constexpr std::string_view kPlain = "第1条 abc、。《》𬱖";
  EXPECT_EQ(NormalizedText(kPlain).text(), kPlain);
  EXPECT_EQ(NormalizedText(kPlain).source_offset(4), 4U);
}

TEST(NormalizedTextTest, EveryByteKnowsItsCharacter) {
  const std::string_view source = "甲１3㈠乙";
  const NormalizedText normalized(source);
  ASSERT_EQ(normalized.text(), "甲13(一)乙");
  EXPECT_EQ(normalized.source_offset(3), 3U);    // １
  EXPECT_EQ(normalized.source_offset(4), 6U);    // 3
  EXPECT_EQ(normalized.source_offset(5), 7U);    // ( of ㈠
  EXPECT_EQ(normalized.source_offset(9), 7U);    // ) of ㈠
  EXPECT_EQ(normalized.source_offset(10), 10U);  // 乙
  EXPECT_EQ(normalized.source_offset(13), source.size());
}

TEST(NormalizedTextTest, BytesThatAreNotUtf8BecomeQuestionMarks) {
  EXPECT_EQ(NormalizedText("a\xFF\xE4\xB8").text(), "a???");
  EXPECT_EQ(NormalizedText("\xED\xA0\x80").text(), "???");
  EXPECT_EQ(NormalizedText(std::string_view("\0x", 2)).text(), std::string("\0x", 2));
  EXPECT_EQ(NormalizedText("").text(), "");
  EXPECT_EQ(NormalizedText("").source_offset(0), 0U);
}

}  // namespace
}  // namespace gongshi
