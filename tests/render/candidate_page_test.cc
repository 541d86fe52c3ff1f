#include "generator/render/candidate_page.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using Pieces = std::vector<std::string>;

TEST(CandidatePageTest, ShowsTheDeedsAndWhereToObject) {
  SampleSite site;
  EXPECT_THAT(
      site.files().at(kPersonPage),
      HasInOrder(Pieces{"../../../../assets/site.css", "<h1>周方志</h1>", "全国信访系统先进工作者",
                        "省信访局督查处", "处长", "主要事迹", "<h3>小节</h3>", "<em>积案</em>",
                        "notices/shanxi-2017/", "2017年6月21日至2017年6月27日，共5个工作日",
                        "../../../../objections/new?notice=shanxi-2017&amp;candidate=zhou"}));
}

TEST(CandidatePageTest, ShowsTheNoticesOfOneStepOldestFirst) {
  SampleSite site;
  Notice& earlier = site.add_notice("county", {"zhou"});
  earlier.published_at = parse_instant("2017-05-02T09:00:00+08:00").value();
  earlier.closing = sample_closing();
  const std::string page = site.files().at(kPersonPage);
  EXPECT_THAT(
      page, HasInOrder(Pieces{"评选进程和公示情况", "已办结", "公示county", "正式推荐对象的公示"}));
  EXPECT_THAT(page, Not(HasSubstr("notice=county")));
}

TEST(CandidatePageTest, ShowsTheFactsThatTheCampaignChoseAndNoOther) {
  SampleSite site;
  for (Candidate& candidate : site.campaign().candidates) candidate.facts["level"] = "独有级别";
  for (const auto& [path, bytes] : site.files()) EXPECT_THAT(bytes, Not(HasSubstr("独有级别")));
  site.campaign().public_fields = {"level"};
  EXPECT_THAT(site.files().at(kPersonPage), HasInOrder(Pieces{"级别", "独有级别", "主要事迹"}));
}

TEST(CandidatePageTest, ARemovedCandidateStaysVisibleWithoutDeedsAndObjections) {
  SampleSite site;
  Candidate& zhou = site.campaign().candidates[3];
  zhou.facts["gender"] = "独有性别";
  site.notice().corrections = {{.at = site.notice().published_at,
                                .what = "取消公示。",
                                .kind = CorrectionKind::Removal,
                                .candidates = {zhou.id}}};
  const std::string page = site.files().at(kPersonPage);
  EXPECT_THAT(page, HasInOrder(Pieces{"noindex", "<s>周方志</s>", "已取消公示"}));
  for (const char* gone : {"积案", "独有性别", "objections/new"}) {
    EXPECT_THAT(page, Not(HasSubstr(gone)));
  }
}

TEST(CandidatePageTest, AFictitiousListIsSaidToBeOne) {
  SampleSite site;
  EXPECT_THAT(site.files().at(kPersonPage), Not(HasSubstr("虚构")));
  site.notice().example = true;
  const auto files = site.files();
  EXPECT_THAT(files.at(kPersonPage), HasSubstr("示例：名单和事迹是虚构的"));
  EXPECT_THAT(files.at(kNoticePage), HasSubstr("示例：名单和事迹是虚构的"));
  EXPECT_THAT(files.at("index.html"), HasSubstr(">示例</span> <a"));
}

}  // namespace
}  // namespace gongshi
