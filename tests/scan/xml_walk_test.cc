#include "generator/scan/xml_walk.h"

#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

std::string walked(std::string_view xml) {
  std::string seen;
  const bool is_xml = walk_xml(
      xml, {.enter =
                [&](const XmlElement& element) {
                  seen += "<" + std::string(element.name);
                  for (const auto& [name, value] : element.attributes) {
                    seen += " " + std::string(name) + "=" + std::string(value);
                  }
                  seen += ">";
                },
            .leave = [&](std::string_view name) { seen += "</" + std::string(name) + ">"; },
            .text =
                [&](std::string_view parent, std::string_view text) {
                  seen += std::string(parent) + ":" + std::string(text);
                }});
  return is_xml ? seen : "not XML";
}

TEST(XmlWalkTest, BeginningsEndsAndTextsInOrder) {
  EXPECT_EQ(walked("<w:a x:b='1'>t<c/><![CDATA[u]]></w:a>"), "<a b=1>a:t<c></c>a:u</a>");
  EXPECT_EQ(walked("<?xml version='1.0'?><!-- no --><a/>"), "<a></a>");
}

TEST(XmlWalkTest, RefusesWhatIsNotXml) {
  for (const char* bytes : {"", "text", "<a>", "<a></b>", "<a b></a>", "<"}) {
    EXPECT_EQ(walked(bytes), "not XML") << bytes;
  }
}

TEST(XmlWalkTest, EntitiesOfTheDocumentStayUnexpanded) {
  EXPECT_EQ(walked("<!DOCTYPE a [<!ENTITY x 'boom'>]><a>&x;</a>"), "<a>a:&x;</a>");
}

TEST(XmlWalkTest, DepthCostsNoStack) {
  constexpr int kDepth = 200'000;
  std::string xml;
  for (int i = 0; i < kDepth; ++i) xml += "<a>";
  for (int i = 0; i < kDepth; ++i) xml += "</a>";
  int entered = 0;
  EXPECT_TRUE(
      walk_xml(xml, {.enter = [&](const XmlElement&) { ++entered; }, .leave = {}, .text = {}}));
  EXPECT_EQ(entered, kDepth);
}

}  // namespace
}  // namespace gongshi
