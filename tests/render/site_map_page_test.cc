#include "generator/render/site_map_page.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using Pieces = std::vector<std::string>;

std::string page(const SampleSite& site) {
  auto rendered = render_site_map_page(site.model());
  return rendered ? *rendered : rendered.error().message;
}

TEST(SiteMapPageTest, TellsWhatThereIs) {
  const SampleSite site;
  EXPECT_THAT(
      page(site),
      HasInOrder(Pieces{"<h1>网站地图</h1>", "href=\"../\"", "../candidates/", "../units/",
                        "../status", "../archive/", "../archive/2017/", "../campaigns/\"",
                        "../campaigns/xinfang-2017/\"", "../campaigns/xinfang-2017/feed.atom",
                        "../campaigns/xinfang-2017/feed.json", "../pages/about/",
                        "id=\"subscriptions\"", "../feed.atom", "../feed.json", "../open.ics",
                        "../publicity.json", "../schema/publicity.v1.json", "../sitemap.xml"}));
}

// A page that nobody told the map of would be missed by those who look for it there.
TEST(SiteMapPageTest, LeadsToEveryPageButNoticesAndCandidates) {
  const SampleSite site;
  const std::string map = page(site);
  for (const auto& [path, bytes] : site.files()) {
    const bool is_page = path.ends_with("/index.html");
    const bool is_listed = path.starts_with("notices/") || path.find("/candidates/") != path.npos;
    if (!is_page || is_listed || path == "sitemap/index.html") continue;
    const std::string folder = path.substr(0, path.size() - std::string("index.html").size());
    EXPECT_THAT(map, HasSubstr("href=\"../" + folder + "\"")) << path;
  }
}

TEST(SiteMapPageTest, StandsInEveryFooter) {
  const SampleSite site;
  EXPECT_THAT(site.files().at(kNoticePage),
              HasInOrder(Pieces{"<footer", "../../archive/", "../../sitemap/#subscriptions",
                                "../../sitemap/\""}));
}

}  // namespace
}  // namespace gongshi
