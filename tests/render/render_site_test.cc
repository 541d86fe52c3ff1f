#include "generator/render/render_site.h"

#include <gmock/gmock.h>

#include "generator/notice/digest.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Key;
using testing::Not;

const std::string kManifest{kManifestFileName};

TEST(RenderSiteTest, MakesEveryPageAndTheManifest) {
  SampleSite site;
  site.notice().closing = sample_closing();
  const std::string candidates = "campaigns/xinfang-2017/candidates/";
  EXPECT_THAT(
      site.files(),
      ElementsAre(Key("404.html"), Key("archive/2017/index.html"), Key("archive/index.html"),
                  Key("assets/badge.js"), Key("assets/filter.js"), Key("assets/find.js"),
                  Key("assets/icon.svg"), Key("assets/look.js"), Key("assets/print.css"),
                  Key("assets/proof.js"), Key("assets/search.js"), Key("assets/site.css"),
                  Key("assets/tokens.css"), Key("assets/verify.js"), Key("campaigns/index.html"),
                  Key(candidates + "datong/index.html"), Key(candidates + "wang/index.html"),
                  Key(candidates + "yangquan/index.html"), Key(candidates + "yuci/index.html"),
                  Key(candidates + "zhang/index.html"), Key(kPersonPage),
                  Key("campaigns/xinfang-2017/feed.atom"), Key("campaigns/xinfang-2017/feed.json"),
                  Key("campaigns/xinfang-2017/index.html"), Key("candidates/index.html"),
                  Key("feed.atom"), Key("feed.json"), Key("index.html"), Key(kNoticePage),
                  Key("notices/shanxi-2017/list.csv"), Key(kPaperPage), Key(kResultPage),
                  Key("notices/shanxi-2017/window.ics"), Key("open.ics"),
                  Key("pages/about/index.html"), Key(kManifest), Key("robots.txt"),
                  Key("schema/publicity.v1.json"), Key("search.json"), Key("search/index.html"),
                  Key("sitemap.xml"), Key("sitemap/index.html"), Key("units/index.html"),
                  Key("verify/index.html")));
}

TEST(RenderSiteTest, SameContentSameBytesOnAnyNumberOfThreads) {
  const SampleSite site;
  const auto once = site.files();
  EXPECT_EQ(site.files("2017-06-22T09:00:00+08:00", 1), once);
  EXPECT_EQ(site.files("2017-06-22T09:00:00+08:00", 8), once);
}

TEST(RenderSiteTest, OnlyTheHomePageKnowsThePresent) {
  const SampleSite site;
  auto before = site.files("2017-06-20T09:00:00+08:00");
  auto after = site.files("2030-01-01T00:00:00+08:00");
  EXPECT_NE(before.at("index.html"), after.at("index.html"));
  before.erase("index.html");
  after.erase("index.html");
  EXPECT_EQ(before, after);
}

TEST(RenderSiteTest, TheManifestHasTheWindowAndThePageDigest) {
  const SampleSite site;
  const auto files = site.files();
  const Manifest manifest = site.manifest();
  EXPECT_EQ(manifest.content_sha256, std::string(64, 'c'));
  ASSERT_EQ(manifest.notices.size(), 1U);
  const ManifestNotice& notice = manifest.notices.front();
  EXPECT_EQ(notice.url, "/notices/shanxi-2017/");
  EXPECT_EQ(to_text(notice.closes_at), "2017-06-28T00:00:00+08:00");
  EXPECT_EQ(notice.working_days.size(), 5U);
  EXPECT_EQ(notice.page_sha256, hex(sha256(files.at(kNoticePage))));
  EXPECT_EQ(notice.candidates.size(), 6U);
  EXPECT_EQ(notice.candidates.back().unit, "太原市信访局处突处");
  EXPECT_EQ(notice.channels.size(), 3U);
}

TEST(RenderSiteTest, NothingOfAWithdrawnNoticeIsLeft) {
  SampleSite site;
  site.campaign().candidates[3].post = "独一无二的职务";
  Notice& other = site.add_notice("shanxi-2017-2", {"yangquan", "yuci"});
  Notice& withdrawn = site.notice();
  withdrawn.withdrawal = Withdrawal{.at = other.published_at, .reason = "含有不宜公开的内容"};
  withdrawn.corrections = {{.at = other.published_at, .what = "独一无二的更正"}};
  withdrawn.closing = sample_closing();
  const auto files = site.files();
  EXPECT_THAT(files, testing::Contains(Key(kNoticePage)));
  EXPECT_THAT(files, testing::Contains(Key("campaigns/xinfang-2017/candidates/yuci/index.html")));
  EXPECT_THAT(files, Not(testing::Contains(Key(kPersonPage))));
  EXPECT_THAT(files, Not(testing::Contains(Key(kResultPage))));
  for (const auto& [path, bytes] : files) {
    for (const char* gone :
         {"周方志", "zhou", "督查处", "正式推荐对象的公示", "独一无二", "王连成", "大同市"}) {
      EXPECT_THAT(bytes, Not(HasSubstr(gone))) << path;
    }
  }
  EXPECT_THAT(files.at(kNoticePage), HasSubstr("含有不宜公开的内容"));
  EXPECT_THAT(files.at(kNoticePage), HasSubstr("noindex"));
  const Manifest manifest = site.manifest();
  const ManifestNotice* entry = manifest.find(withdrawn.id);
  ASSERT_NE(entry, nullptr);
  EXPECT_EQ(entry->state, NoticeState::Withdrawn);
  EXPECT_THAT(entry->candidates, IsEmpty());
  EXPECT_THAT(entry->channels, IsEmpty());
}

TEST(RenderSiteTest, TheFirstErrorInThePlanIsTheOneReported) {
  const SampleSite site;
  const SiteModel model = site.model();
  const auto plan = plan_site(model, Instant{});
  const auto full_disk = [](const std::string& path, std::string_view) -> Result<void> {
    if (path.starts_with("assets/")) return failure(ErrorKind::Unavailable, path);
    return {};
  };
  for (const int jobs : {1, 4}) {
    const auto manifest = render_site(model, plan, jobs, full_disk);
    ASSERT_FALSE(manifest);
    EXPECT_EQ(manifest.error().message, "assets/badge.js");
  }
}

}  // namespace
}  // namespace gongshi
