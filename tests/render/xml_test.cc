#include "generator/render/xml.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

constexpr const char* kDeclaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

TEST(XmlTest, WritesElementsTheirAttributesAndTheirChildren) {
  const OutputElement root{.name = "feed",
                           .attributes = {{"lang", "zh-CN"}},
                           .children = {{.name = "title", .text = "公示𬱖"}, {.name = "link"}}};
  EXPECT_EQ(to_xml(root),
            std::string(kDeclaration) +
                "<feed lang=\"zh-CN\">\n  <title>公示𬱖</title>\n  <link/>\n</feed>\n");
}

TEST(XmlTest, NothingThatAClerkTypesBecomesMarkup) {
  const OutputElement root{
      .name = "a", .attributes = {{"b", "\"><c d='"}}, .text = "]]></a><script>&amp;"};
  EXPECT_EQ(to_xml(root), std::string(kDeclaration) +
                              "<a b=\"&quot;&gt;&lt;c d='\">"
                              "]]&gt;&lt;/a&gt;&lt;script&gt;&amp;amp;</a>\n");
}

TEST(XmlTest, LeavesOutWhatXmlCannotCarry) {
  EXPECT_EQ(to_xml({.name = "a", .text = std::string("甲\0\x01\x1B乙\t丙\n", 14)}),
            std::string(kDeclaration) + "<a>甲乙\t丙\n</a>\n");
}

}  // namespace
}  // namespace gongshi
