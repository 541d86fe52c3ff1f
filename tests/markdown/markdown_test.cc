#include "generator/markdown/markdown.h"

#include <gmock/gmock.h>

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Example {
  const char* markdown;
  const char* html;
};

const Example kExamples[] = {
    {"", ""},
    {"一段。\n", "<p>一段。</p>\n"},
    {"# 大\n## 小\n", "<h3>大</h3>\n<h4>小</h4>\n"},
    {"## 大\n#### 小\n", "<h3>大</h3>\n<h5>小</h5>\n"},
    {"# 1\n## 2\n### 3\n#### 4\n##### 5\n",
     "<h3>1</h3>\n<h4>2</h4>\n<h5>3</h5>\n<h6>4</h6>\n<h6>5</h6>\n"},
    {"𬱖㛃〇·\n", "<p>𬱖㛃〇·</p>\n"},
    {"a & b < c \"d\"\n", "<p>a &amp; b &lt; c &quot;d&quot;</p>\n"},
    {"<b>粗</b>\n", "<p>&lt;b&gt;粗&lt;/b&gt;</p>\n"},
    {"<script>\nalert(1)\n</script>\n", "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;\n</p>\n"},
    {"<!-- 注 -->\n", "<p>&lt;!-- 注 --&gt;\n</p>\n"},
    {"![合影](https://elsewhere.example/a.png)\n", "<p>合影</p>\n"},
    {"![外![内](b.png)外](a.png)\n", "<p>外内外</p>\n"},
    {"[链接](javascript:alert(1))\n", "<p><a href=\"\">链接</a></p>\n"},
    {"[链接](https://a.example/?a=1&b=2)\n",
     "<p><a href=\"https://a.example/?a=1&amp;b=2\">链接</a></p>\n"},
    {"{{title}}\n", "<p>{{title}}</p>\n"},
};

TEST(MarkdownTest, RendersExamples) {
  for (const Example& example : kExamples) {
    EXPECT_EQ(markdown_to_html(example.markdown, 3), example.html) << example.markdown;
  }
}

TEST(MarkdownTest, SurvivesDeepNesting) {
  const std::string deep = std::string(20'000, '>') + " 深\n" + std::string(20'000, '[') + "\n";
  EXPECT_THAT(markdown_to_html(deep, 2), HasSubstr("深"));
}

TEST(MarkdownTest, NothingTypedBecomesATag) {
  for (const char* attack :
       {"<img src=x onerror=alert(1)>", "a <iframe src=x>", "<a href='x' onclick='y'>z</a>",
        "![](x \"onerror=alert(1)\")", "<svg/onload=alert(1)>", "`<b>`", "    <b>", "[a](<b>)",
        "<https://a.example/\"onclick=x>", "<style>p{}</style>"}) {
    const std::string html = markdown_to_html(attack, 2);
    for (const char* tag : {"<img", "<iframe", "<svg", "<style", "<b>", "<a href='x'"}) {
      EXPECT_THAT(html, Not(HasSubstr(tag))) << attack;
    }
  }
}

}  // namespace
}  // namespace gongshi
