#include "generator/render/candidates_page.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using Pieces = std::vector<std::string>;

std::string page(const SampleSite& site) {
  auto rendered = render_candidates_page(site.model());
  return rendered ? *rendered : rendered.error().message;
}

TEST(CandidatesPageTest, GoesByCampaignAndAwardInTheOrderOfADictionary) {
  SampleSite site;
  Campaign later = site.campaign();
  later.id = CampaignId::parse("y-later").value();
  later.title = "后一年的评选";
  site.content.campaigns.push_back(later);
  Notice& notice = site.add_notice("second", {"zhou"});
  notice.campaign = later.id;
  notice.published_at = parse_instant("2018-06-21T09:00:00+08:00").value();
  EXPECT_THAT(page(site),
              HasInOrder(Pieces{
                  "后一年的评选", "先进工作者 <", "1人", "../campaigns/y-later/candidates/zhou/",
                  "全国信访系统先进集体和先进工作者评选", "先进集体 <", "3个", "大同市信访局接待科",
                  "晋中市榆次区信访局", "阳泉市信访局", "先进工作者 <", "3人", "王连成",
                  "太原市信访局处突处", "张格平", "周方志"}));
}

TEST(CandidatesPageTest, ShowsAndOrdersRareCharacters) {
  SampleSite site;
  auto& candidates = site.campaign().candidates;
  candidates[3].name = "㛃某";
  candidates[4].name = "〇某";
  candidates[5].name = "买买提·吾守尔";
  candidates[0].name = "𬱖县信访局";
  EXPECT_THAT(page(site), HasInOrder(Pieces{"大同市", "晋中市", "𬱖县信访局", "〇某",
                                            "买买提·吾守尔", "㛃某"}));
}

TEST(CandidatesPageTest, NamesakesStandByUnitThenById) {
  SampleSite site;
  auto& candidates = site.campaign().candidates;
  for (std::size_t i : {3U, 4U, 5U}) candidates[i].name = "王某";
  candidates[3].unit = candidates[5].unit = "乙局";
  candidates[4].unit = "甲局";
  EXPECT_THAT(page(site), HasInOrder(Pieces{"candidates/zhang/", "甲局", "candidates/wang/",
                                            "candidates/zhou/"}));
}

TEST(CandidatesPageTest, LeavesOutWhoIsNoLongerShown) {
  SampleSite site;
  site.campaign().candidates[3].candidacy = Candidacy::Cancelled;
  site.notice().candidates.pop_back();
  Notice& gone = site.add_notice("gone", {"wang"});
  gone.withdrawal = Withdrawal{.at = gone.published_at, .reason = "x"};
  const std::string index = page(site);
  EXPECT_THAT(index, Not(HasSubstr("周方志")));
  EXPECT_THAT(index, Not(HasSubstr("王连成")));
  EXPECT_THAT(index, HasInOrder(Pieces{"1人", "张格平"}));
}

// Whatever the campaigns say of their own pages.
TEST(CandidatesPageTest, SearchEnginesAreAlwaysAskedToForgetIt) {
  SampleSite site;
  for (const Indexing indexing : {Indexing::UntilClosed, Indexing::Always}) {
    site.campaign().indexing = indexing;
    const auto files = site.files();
    for (const char* folder : {"candidates/", "units/"}) {
      EXPECT_THAT(files.at(std::string(folder) + "index.html"),
                  HasSubstr("<meta name=\"robots\" content=\"noindex\">"));
      EXPECT_THAT(files.at("sitemap.xml"),
                  Not(HasSubstr(std::string("gongshi.example/") + folder)));
    }
  }
}

TEST(CandidatesPageTest, SaysSoWhenThereIsNobody) {
  SampleSite site;
  site.content.notices.clear();
  EXPECT_THAT(page(site), HasSubstr("目前没有公示过的集体和个人。"));
}

}  // namespace
}  // namespace gongshi
