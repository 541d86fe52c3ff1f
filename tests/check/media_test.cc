#include "generator/check/media.h"

#include <gtest/gtest.h>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

TEST(MediaCheckTest, EveryTextOfAPageIsRead) {
  const std::string picture = "文 ![](a.png)\n";
  const std::string campaign = "campaigns/pingxuan/";
  const CheckCase cases[] = {
      {{{kSampleCriteria, "", picture}},
       {std::string(kSampleCriteria) + ":1:3 image-without-text"}},
      {{{campaign + "decree.md", "", "决定\n\n" + picture}},
       {campaign + "decree.md:3:3 image-without-text"}},
      {{{kSampleDeeds, "", picture}}, {std::string(kSampleDeeds) + ":1:3 image-without-text"}},
      {{{kSampleNotice, "现予公示。", picture}},
       {std::string(kSampleNotice) + ":19:3 image-without-text"}},
      {{{kSamplePage, "这是示例。", picture}},
       {std::string(kSamplePage) + ":3:3 image-without-text"}},
  };
  expect_problems(sample_content(), cases);
}

TEST(MediaCheckTest, PicturesAndLinksHaveWordsAndStayHere) {
  const std::string at = std::string(kSampleNotice) + ":19:1 ";
  const auto body = [](const std::string& text) {
    return std::vector<Variation>{{kSampleNotice, "现予公示。", text}};
  };
  const CheckCase cases[] = {
      {body("![主楼](a.png)"), {}},
      {body("![主楼](/notices/a.png)"), {}},
      {body("![主楼](https://h.example/a.png)"), {at + "image-from-elsewhere"}},
      {body("![主楼](//h.example/a.png)"), {at + "image-from-elsewhere"}},
      {body("![](http://h.example/a.png)"),
       {at + "image-from-elsewhere", at + "image-without-text"}},
      {body("[通知](https://h.example/)"), {}},
      {body("<https://h.example/>"), {}},
      {body("[](https://h.example/)"), {at + "link-without-text"}},
      {body("<br>"), {at + "raw-html"}},
      {body("`<br>`"), {}},
  };
  expect_problems(sample_content(), cases);
}

}  // namespace
}  // namespace gongshi
