#include "generator/scan/html_text.h"

#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

TEST(HtmlTextTest, InlineMarkupDoesNotPartDigitsAndBlocksDo) {
  EXPECT_EQ(html_text("138<b>0013</b><span>8000</span>").text, "13800138000");
  EXPECT_EQ(html_text("<p>138</p><p>0013</p>").text, "138\n0013\n");
  EXPECT_EQ(html_text("138<br>0013").text, "138\n0013");
  EXPECT_EQ(html_text("138\n\t0013").text, "138  0013");
}

TEST(HtmlTextTest, TablesKeepTheirCells) {
  EXPECT_EQ(html_text("<table><tr><th>甲</th><th><p>乙</p></th></tr><tr><td>1<td>2</table>").text,
            "\t甲\t乙\n\t1\t2\n");
}

TEST(HtmlTextTest, ReferencesAreResolved) {
  EXPECT_EQ(html_text("&#49;&#x33;&#56 &amp;&commat;&nbsp;&lt;").text, "138 &@ <");
  EXPECT_EQ(html_text("&#20844;&#x20087;").text, "公\U00020087");
  EXPECT_EQ(html_text("&unknown; & &# &#x; &#xFFFFFFFFF;").text, "&unknown; & &# &#x; \uFFFD");
}

TEST(HtmlTextTest, AttributesAndCommentsAreReadToo) {
  const HtmlText html = html_text("<a href='x>y' title=\"&#49;\" alt=z>t</a><!-- c -->");
  EXPECT_EQ(html.text, "t");
  EXPECT_EQ(html.attributes, "x>y\n1\nz\n");
  EXPECT_EQ(html.comments, " c \n");
}

// It reads eight bytes at a time; where those begin must not matter.
TEST(HtmlTextTest, WhereAPieceStandsDoesNotMatter) {
  const std::string page =
      "一\t二&#49;&amp;三<a class=x href='a&#49;b>' title=\"甲\n乙\">四</a>\r\n<!-- 五 -->"
      "<td>六<br>七 < 八 & 九<p b==c d= \"e\"f=\"\" g=h&#50;i>十</p>";
  const HtmlText read = html_text(page);
  EXPECT_EQ(read.text, "一 二1&三四  \t六\n七 < 八 & 九\n十\n");
  EXPECT_EQ(read.attributes, "x\na1b>\n甲 乙\n=c\ne\n\nh2i\n");
  EXPECT_EQ(read.comments, " 五 \n");
  for (std::size_t before = 0; before < 20; ++before) {
    for (std::size_t after = 0; after < 10; ++after) {
      const HtmlText moved =
          html_text(std::string(before, 'x') + page + "<i id=y>" + std::string(after, 'z'));
      EXPECT_EQ(moved.text, std::string(before, 'x') + read.text + std::string(after, 'z'));
      EXPECT_EQ(moved.attributes, read.attributes + "y\n");
    }
  }
}

TEST(HtmlTextTest, BrokenMarkupLosesNothing) {
  for (const char* html : {"<", "<a", "<a b", "<a b=", "<a b='", "</", "<!--", "<!", "&", "&#"}) {
    html_text(html);
  }
  EXPECT_EQ(html_text("1 < 2").text, "1 < 2");
  EXPECT_EQ(html_text("<!-- 138").comments, " 138\n");
  EXPECT_EQ(html_text("<a b='138").attributes, "138\n");
  EXPECT_EQ(html_text("<3").text, "<3");
}

}  // namespace
}  // namespace gongshi
