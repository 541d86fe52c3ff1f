#include "site-templates/page_data.h"

#include <gmock/gmock.h>

#include "generator/notice/json.h"

namespace gongshi {
namespace {

TEST(PageDataTest, EmptyTextsListsAndFalseAreNothing) {
  for (const PageData& data : {PageData(), PageData(false), PageData(""), PageData::array()}) {
    EXPECT_TRUE(data.is_nothing());
    EXPECT_TRUE(data.empty());
  }
  for (const PageData& data : {PageData(true), PageData("x"), PageData(0), PageData::object(),
                               PageData::array({""}), PageData(std::vector<std::string>{"a"})}) {
    EXPECT_FALSE(data.is_nothing());
  }
}

TEST(PageDataTest, AnObjectIsWrittenInBraces) {
  const std::string name = "阳泉";
  PageData data = {{"name", name}, {"number", 12}, {"inner", {{"yes", true}}}};
  EXPECT_EQ(data.size(), 3U);
  EXPECT_EQ(data.find("name")->text(), name);
  EXPECT_EQ(data.find("number")->text(), "12");
  EXPECT_FALSE(data.find("inner")->find("yes")->is_nothing());
  EXPECT_EQ(data.find("gone"), nullptr);
  EXPECT_EQ(data.find("name")->find("gone"), nullptr);
  data["name"] = "大同";
  data["list"].push_back("a");
  data["list"].push_back({{"b", "c"}});
  EXPECT_EQ(data.find("name")->text(), "大同");
  EXPECT_EQ(data["list"].size(), 2U);
  EXPECT_EQ(data["list"].back().find("b")->text(), "c");
}

TEST(PageDataTest, JsonIsTheSame) {
  const Json json = {{"text", "x"}, {"empty", ""},     {"number", 1.5},
                     {"yes", true}, {"null", nullptr}, {"list", {"a", {{"b", "c"}}}}};
  const PageData data = PageData::of(json);
  EXPECT_EQ(data.find("text")->text(), "x");
  EXPECT_TRUE(data.find("empty")->is_text());
  EXPECT_EQ(data.find("number")->text(), "1.5");
  EXPECT_FALSE(data.find("yes")->is_text());
  EXPECT_TRUE(data.find("null")->is_nothing());
  EXPECT_EQ(data.find("list")->list()->back().find("b")->text(), "c");
}

}  // namespace
}  // namespace gongshi
