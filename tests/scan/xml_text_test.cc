#include "generator/scan/xml_text.h"

#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

TEST(XmlTextTest, RunsOfOneParagraphStayTogether) {
  EXPECT_EQ(xml_text("<p><r><t>138</t></r><r><t>0013</t></r></p><!-- -->"), "1380013");
  EXPECT_EQ(xml_text("<b><p><t>甲</t></p><p><t>乙</t></p></b>"), "甲\n乙");
  EXPECT_EQ(xml_text("<p><t>甲</t><tab/><t>乙</t><br/><t>丙</t></p>"), "甲\t乙\n丙");
}

// A drawing's position must not lengthen the number beside it.
TEST(XmlTextTest, ValuesThatAreNotTextStandAlone) {
  EXPECT_EQ(xml_text("<p><t>13800138000</t><posOffset>914400</posOffset><t>后文</t></p>"),
            "13800138000\n914400\n后文");
}

TEST(XmlTextTest, DeletedTextIsStillThere) {
  EXPECT_EQ(xml_text("<p><t>甲</t><del><delText>乙</delText></del></p>"), "甲乙");
}

TEST(XmlTextTest, AttributesAndProperties) {
  EXPECT_EQ(xml_attributes("<a b='1' c='2'><d e='3'/></a>"), "1\n2\n3\n");
  const auto properties = xml_properties("<p><creator>甲</creator><empty/><title> </title></p>");
  ASSERT_TRUE(properties);
  ASSERT_EQ(properties->size(), 1U);
  EXPECT_EQ(properties->front(), (std::pair<std::string, std::string>("creator", "甲")));
}

TEST(XmlTextTest, OtherBytesAreNoXml) {
  EXPECT_EQ(xml_text("<a>"), std::nullopt);
  EXPECT_EQ(xml_attributes(""), std::nullopt);
  EXPECT_EQ(xml_properties("x"), std::nullopt);
}

}  // namespace
}  // namespace gongshi
