#include "generator/render/frame.h"

#include <gmock/gmock.h>

#include <map>

#include "tests/render/in_order.h"
#include "tests/render/page_json.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

TEST(FrameTest, LeadsToTheRootFromAnyDepth) {
  EXPECT_EQ(path_to_root("index.html"), "./");
  EXPECT_EQ(path_to_root("pages/about/index.html"), "../../");
  EXPECT_EQ(path_to_root("campaigns/a/candidates/b/index.html"), "../../../../");
}

struct Address {
  const char* base_url;
  const char* host;
  const char* root;
};

const Address kAddresses[] = {
    {"https://gongshi.example", "gongshi.example", "/"},
    {"https://gongshi.example/", "gongshi.example", "/"},
    {"http://gongshi.example:8443/gs", "gongshi.example", "/gs/"},
    {"https://gongshi.example/a/b/", "gongshi.example", "/a/b/"},
    {"", "", "/"},
};

TEST(FrameTest, TakesTheAddressApart) {
  for (const Address& address : kAddresses) {
    EXPECT_EQ(host_of(address.base_url), address.host) << address.base_url;
    EXPECT_EQ(root_path_of(address.base_url), address.root) << address.base_url;
  }
}

Json frame_of(const SampleSite& site, const PageHead& head) {
  return as_json(frame(site.model(), head));
}

Json meta_of(const SampleSite& site) {
  return frame_of(site, {.path = "index.html", .title = "", .meta = {}, .scripts = {}})["meta"];
}

// name -> content, so that a test says what it is about.
std::map<std::string, std::string> by_name(const Json& list) {
  std::map<std::string, std::string> contents;
  for (const Json& entry : list)
    EXPECT_TRUE(contents.emplace(entry["name"], entry["content"]).second);
  return contents;
}

TEST(FrameTest, ATextSaysWhenItWasPublishedAndByWhom) {
  const SampleSite site;
  PageHead head{.path = "notices/x/index.html", .title = "题", .meta = {}, .scripts = {}};
  head.article =
      Article{.published = parse_instant("2017-06-21T01:05:59Z").value(), .source = "某办"};
  auto meta = by_name(frame_of(site, head)["meta"]);
  EXPECT_EQ(meta["ArticleTitle"], "题");
  EXPECT_EQ(meta["PubDate"], "2017-06-21 09:05");
  EXPECT_EQ(meta["ContentSource"], "某办");
  EXPECT_FALSE(meta.contains("ColumnName"));
  EXPECT_FALSE(meta.contains("robots"));
  head.article->published.reset();
  head.noindex = true;
  meta = by_name(frame_of(site, head)["meta"]);
  EXPECT_FALSE(meta.contains("PubDate"));
  EXPECT_EQ(meta["robots"], "noindex");
}

TEST(FrameTest, AListingSaysWhatItLists) {
  const SampleSite site;
  PageHead head{.path = "index.html", .title = "公示", .meta = {}, .scripts = {}};
  head.column = Column{.description = "名单"};
  auto meta = by_name(frame_of(site, head)["meta"]);
  EXPECT_EQ(meta["ColumnName"], "公示");
  EXPECT_EQ(meta["ColumnDescription"], "名单");
  EXPECT_EQ(meta["ColumnKeywords"], "评选表彰,公示,公示期,异议");
  EXPECT_EQ(meta["ColumnType"], "公示公告");
  EXPECT_FALSE(meta.contains("ArticleTitle"));
}

TEST(FrameTest, AChatShowsTheTitleTheSentenceAndTheOneAddress) {
  const SampleSite site;
  PageHead head{.path = "notices/x/index.html", .title = "题", .meta = {}, .scripts = {}};
  auto card = by_name(frame_of(site, head)["card"]);
  EXPECT_EQ(card["og:type"], "website");
  EXPECT_FALSE(card.contains("og:description"));
  head.article = Article{};
  head.description = "一句话";
  const Json data = frame_of(site, head);
  card = by_name(data["card"]);
  EXPECT_EQ(card["og:title"], "题");
  EXPECT_EQ(card["og:type"], "article");
  EXPECT_EQ(card["og:url"], "https://gongshi.example/notices/x/");
  EXPECT_EQ(card["og:site_name"], "示例公示网");
  EXPECT_EQ(card["og:description"], "一句话");
  EXPECT_EQ(card["og:locale"], "zh_CN");
  EXPECT_EQ(data["canonical"], card["og:url"]);
  EXPECT_EQ(by_name(data["meta"])["Description"], "一句话");
}

TEST(FrameTest, APageThatRepeatsAnotherGivesTheOthersAddress) {
  const SampleSite site;
  const std::string paper = site.files().at(kPaperPage);
  EXPECT_THAT(paper, testing::HasSubstr("<link rel=\"canonical\" "
                                        "href=\"https://gongshi.example/notices/shanxi-2017/\">"));
}

TEST(FrameTest, ThePageForWhatIsNotThereHasNoAddress) {
  const SampleSite site;
  const std::string page = site.files().at("404.html");
  EXPECT_EQ(page.find("canonical"), std::string::npos);
  EXPECT_EQ(page.find("og:"), std::string::npos);
  EXPECT_NE(page.find("name=\"robots\" content=\"noindex\""), std::string::npos);
}

TEST(FrameTest, PagesLeadToTheSameMatterInOtherFormats) {
  SampleSite site;
  const auto files = site.files();
  const auto link = [](const char* type, const char* title, const char* url) {
    return std::string("<link rel=\"alternate\" type=\"") + type + "\" title=\"" + title +
           "\" href=\"" + url + "\">";
  };
  EXPECT_THAT(files.at("index.html"),
              HasInOrder(std::vector<std::string>{
                  link("application/atom+xml", "示例公示网", "./feed.atom"),
                  link("application/feed+json", "示例公示网", "./feed.json"),
                  link("text/calendar", "没有办结的公示期（日历）", "./open.ics"),
                  link("application/json", "全部公示的数据", "./publicity.json")}));
  EXPECT_THAT(files.at(kNoticePage),
              HasInOrder(std::vector<std::string>{
                  link("text/csv", "名单（CSV）", "../../notices/shanxi-2017/list.csv"),
                  link("text/calendar", "公示期（日历）", "../../notices/shanxi-2017/window.ics"),
                  "<a href=\"../../notices/shanxi-2017/list.csv\"",
                  "<a href=\"../../notices/shanxi-2017/window.ics\""}));
  const std::string campaign = "campaigns/xinfang-2017/";
  EXPECT_THAT(files.at(campaign + "index.html"),
              HasInOrder(std::vector<std::string>{"../../" + campaign + "feed.atom",
                                                  "../../" + campaign + "feed.json"}));
}

TEST(FrameTest, TheSiteCodeIsPrintedOnlyWhenTheOfficeHasOne) {
  SampleSite site;
  EXPECT_EQ(meta_of(site).back(), Json({{"name", "SiteIDCode"}, {"content", "1400000000"}}));
  site.content.site.footer.clear();
  EXPECT_EQ(meta_of(site).back(), Json({{"name", "SiteDomain"}, {"content", "gongshi.example"}}));
}

TEST(FrameTest, TheFooterLeavesOutWhatIsNotConfigured) {
  SampleSite site;
  site.content.site.email = "office@example.cn";
  const Json footer =
      frame_of(site, {.path = "", .title = "", .meta = {}, .scripts = {}})["site"]["footer"];
  ASSERT_EQ(footer.size(), 2U);
  EXPECT_EQ(footer[0]["value"], "office@example.cn");
  EXPECT_EQ(footer[1]["label"], "网站标识码");
}

}  // namespace
}  // namespace gongshi
