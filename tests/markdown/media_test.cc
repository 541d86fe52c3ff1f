#include "generator/markdown/media.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

constexpr auto kLink = MediumKind::Link;
constexpr auto kPicture = MediumKind::Picture;
constexpr auto kHtml = MediumKind::Html;

TEST(MediaTest, EachMediumHasItsAddressItsWordsAndItsPlace) {
  struct Case {
    const char* text;
    MediumKind kind;
    const char* address;
    bool has_words;
    const char* begins;  // the text from the medium's offset on
  };
  const Case cases[] = {
      {"前文![](a.png)后", kPicture, "a.png", false, "![](a.png)后"},
      {"![全景](a.png)", kPicture, "a.png", true, "![全景](a.png)"},
      {"![ ](a.png)", kPicture, "a.png", false, "![ ](a.png)"},
      {"甲\n乙 [](x)", kLink, "x", false, "[](x)"},
      {"- 甲\n  乙 [`码`](x)", kLink, "x", true, "[`码`](x)"},
      {"> 引 ![](z)", kPicture, "z", false, "![](z)"},
      {"![乙][甲]\n\n[甲]: http://h.example/i.png", kPicture, "http://h.example/i.png", true,
       "![乙][甲]\n\n[甲]: http://h.example/i.png"},
      {"甲<b>", kHtml, "", false, "<b>"},
      {"甲<b>乙</b>", kHtml, "", false, "<b>乙</b>"},
      {"甲\n\n<div>\n</div>", kHtml, "", false, "<div>\n</div>"},
  };
  for (const Case& c : cases) {
    const auto media = media_of(c.text);
    ASSERT_EQ(media.size(), 1U) << c.text;
    EXPECT_EQ(media[0].kind, c.kind) << c.text;
    EXPECT_EQ(media[0].address, c.address) << c.text;
    EXPECT_EQ(media[0].has_words, c.has_words) << c.text;
    EXPECT_EQ(std::string_view(c.text).substr(media[0].offset), c.begins) << c.text;
  }
}

TEST(MediaTest, WhatThePageShowsAsTextIsNone) {
  const char* cases[] = {"",
                         "没有图片的文字。",
                         "\\![](a.png) 是写法",
                         "`![](a.png)`",
                         "    <div>",
                         "3 < 4，[甲]",
                         "&lt;b&gt;"};
  for (const char* text : cases) {
    for (const MarkdownMedium& medium : media_of(text)) {
      EXPECT_EQ(medium.kind, kLink) << text;  // an escaped picture is still a link
    }
  }
}

// A caller walks through the text once, whatever the nest of blocks.
TEST(MediaTest, TheOffsetsAscendAndBeginCharacters) {
  const std::string text =
      ">  1. 甲\n>\n>   - ![](a)乙[](b)\n续行 ![](c)\n\n\t- 丙\n\n\t  ![](d)\n> ![\n> ](e)\n"
      "[多\n行![](f)](g)<i\n>\n***\n丁 ![](h)\n===\n";
  std::size_t last = 0;
  for (const MarkdownMedium& medium : media_of(text)) {
    EXPECT_GE(medium.offset, last);
    EXPECT_NE(static_cast<unsigned char>(text[medium.offset]) & 0xC0U, 0x80U) << medium.offset;
    last = medium.offset;
  }
  EXPECT_GT(last, 0U);
}

TEST(MediaTest, APictureInALinkIsItsWords) {
  const auto media = media_of("[![主楼](a.png)](b)");
  ASSERT_EQ(media.size(), 2U);
  EXPECT_EQ(media[0].kind, kLink);
  EXPECT_TRUE(media[0].has_words);
  EXPECT_EQ(media[1].kind, kPicture);
}

}  // namespace
}  // namespace gongshi
