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

TEST(CandidatePageTest, ShowsTheWayThroughTheNoticesOldestFirst) {
  SampleSite site;
  Notice& earlier = site.add_notice("county", {"zhou"});
  earlier.published_at = parse_instant("2017-05-02T09:00:00+08:00").value();
  earlier.closing = sample_closing();
  const std::string page = site.files().at(kPersonPage);
  EXPECT_THAT(page, HasInOrder(Pieces{"公示情况", "已办结", "公示county", "正式推荐对象的公示"}));
  EXPECT_THAT(page, Not(HasSubstr("notice=county")));
}

TEST(CandidatePageTest, APersonsRankIsNotPublished) {
  SampleSite site;
  for (Candidate& candidate : site.campaign().candidates) candidate.facts["level"] = "独有级别";
  const auto files = site.files();
  EXPECT_THAT(files.at(kPersonPage), Not(HasSubstr("独有级别")));
  EXPECT_THAT(files.at("campaigns/xinfang-2017/candidates/yuci/index.html"), HasSubstr("独有级别"));
}

}  // namespace
}  // namespace gongshi
