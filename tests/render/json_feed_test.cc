#include "generator/render/json_feed.h"

#include <gtest/gtest.h>

#include "generator/notice/json.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

TEST(JsonFeedTest, HasEverythingThatTheFormatAsksFor) {
  const SampleSite site;
  const Json feed = Json::parse(write_json_feed(site_feed(site.model())));
  EXPECT_EQ(feed["version"], "https://jsonfeed.org/version/1.1");
  EXPECT_EQ(feed["title"], "示例公示网");
  EXPECT_EQ(feed["home_page_url"], "https://gongshi.example/");
  EXPECT_EQ(feed["feed_url"], "https://gongshi.example/feed.json");
  EXPECT_EQ(feed["language"], "zh-CN");
  ASSERT_EQ(feed["items"].size(), 1U);
  const Json& item = feed["items"][0];
  EXPECT_EQ(item["id"], "https://gongshi.example/notices/shanxi-2017/");
  EXPECT_EQ(item["url"], item["id"]);
  EXPECT_EQ(item["title"], "关于全国信访系统先进集体和先进工作者正式推荐对象的公示");
  EXPECT_EQ(item["content_text"].get<std::string>().substr(0, 12), "公示期：");
  EXPECT_EQ(item["date_published"], "2017-06-21T09:00:00+08:00");
  EXPECT_EQ(item["date_modified"], "2017-06-21T09:00:00+08:00");
  EXPECT_EQ(item["authors"][0]["name"], "山西省推荐评选领导小组办公室");
}

}  // namespace
}  // namespace gongshi
