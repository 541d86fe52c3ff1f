#include "generator/render/sitemap.h"

#include <gmock/gmock.h>

#include "generator/render/data_files.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;

Site office(std::string base_url) {
  Site site;
  site.base_url = std::move(base_url);
  return site;
}

TEST(SitemapTest, TellsAddressesAndWhenTheContentChanged) {
  const Instant changed = parse_instant("2017-06-21T09:00:00+08:00").value();
  EXPECT_EQ(write_sitemap(office("https://gongshi.example"),
                          {{.path = "index.html", .changed = {}},
                           {.path = "notices/x/index.html", .changed = changed}}),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            "  <url>\n    <loc>https://gongshi.example/</loc>\n  </url>\n"
            "  <url>\n    <loc>https://gongshi.example/notices/x/</loc>\n"
            "    <lastmod>2017-06-21T09:00:00+08:00</lastmod>\n  </url>\n</urlset>\n");
}

TEST(SitemapTest, RobotsMayReadAllButTheFormsAndTheTables) {
  EXPECT_EQ(write_robots(office("https://gongshi.example/gs")),
            "User-agent: *\nDisallow: /gs/objections\nDisallow: /gs/status\n"
            "Disallow: /gs/notices/*/list.csv\nDisallow: /gs/search.json\n"
            "Sitemap: https://gongshi.example/gs/sitemap.xml\n");
}

// Whatever a page is: it is either in the map or asks not to be found.
void expect_map_agrees(const SampleSite& site) {
  const auto files = site.files();
  const std::string& map = files.at("sitemap.xml");
  for (const auto& [path, bytes] : files) {
    if (!path.ends_with(".html")) continue;
    const bool noindex = bytes.find("name=\"robots\" content=\"noindex\"") != std::string::npos;
    const std::string folder = path.substr(0, path.size() - std::string("index.html").size());
    const std::string line = "<loc>https://gongshi.example/" + folder + "</loc>";
    EXPECT_EQ(map.find(line) != std::string::npos, !noindex) << path;
  }
}

TEST(SitemapTest, HasThePagesThatMayBeFound) {
  SampleSite site;
  expect_map_agrees(site);
  site.notice().closing = sample_closing();
  expect_map_agrees(site);
  EXPECT_THAT(site.files().at("sitemap.xml"), Not(HasSubstr("notices/")));
  site.campaign().indexing = Indexing::Always;
  expect_map_agrees(site);
  EXPECT_THAT(site.files().at("sitemap.xml"), HasSubstr("notices/shanxi-2017/result/"));
  site.campaign().candidates[3].candidacy = Candidacy::Cancelled;
  expect_map_agrees(site);
  site.notice().withdrawal = Withdrawal{.at = site.notice().published_at, .reason = ""};
  expect_map_agrees(site);
}

TEST(SitemapTest, ALongOneIsAListOfFiles) {
  const SampleSite site;
  const SiteModel model = site.model();
  std::vector<PlannedFile> plan;
  for (const char* path : {"c.html", "a.html", "style.css", "b.html", "e.html", "d.html"}) {
    plan.push_back({.path = path, .render = [] { return Result<std::string>(""); }});
  }
  plan_sitemap(model, plan, 2);
  std::map<std::string, std::string> maps;
  for (const PlannedFile& file : plan) maps[file.path] = file.render().value();
  EXPECT_THAT(maps.at("sitemap.xml"), HasSubstr("<sitemapindex "));
  std::size_t addresses = 0;
  for (const char* part : {"1", "2", "3"}) {
    const std::string path = std::string("sitemaps/") + part + ".xml";
    EXPECT_THAT(maps.at("sitemap.xml"), HasSubstr("<loc>https://gongshi.example/" + path));
    const std::string& map = maps.at(path);
    for (std::size_t at = map.find("<loc>"); at != std::string::npos;
         at = map.find("<loc>", at + 1))
      ++addresses;
  }
  EXPECT_EQ(addresses, 5U);
}

}  // namespace
}  // namespace gongshi
