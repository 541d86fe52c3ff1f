#include "generator/render/units_page.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using Pieces = std::vector<std::string>;

std::string page(const SampleSite& site) {
  auto rendered = render_units_page(site.model());
  return rendered ? *rendered : rendered.error().message;
}

TEST(UnitsPageTest, ListsCollectivesAndTheUnitsOfPeople) {
  SampleSite site;
  site.campaign().candidates[5].unit = "阳泉市信访局";  // where a collective is proposed, too
  EXPECT_THAT(page(site), HasInOrder(Pieces{
                              "评选</a>", "5个单位", "candidates/datong/\">大同市信访局接待科</a>",
                              "先进集体", "晋中市榆次区信访局", "省信访局督查处", "周方志",
                              "先进工作者", "candidates/yangquan/\">阳泉市信访局</a>",
                              "candidates/wang/\">王连成</a>", "长治市沁县信访局", "张格平"}));
}

TEST(UnitsPageTest, AUnitStandsOnceInACampaign) {
  SampleSite site;
  for (std::size_t i : {3U, 4U, 5U}) site.campaign().candidates[i].unit = "㛃县信访局";
  const std::string index = page(site);
  EXPECT_THAT(index, HasSubstr("4个单位"));
  EXPECT_EQ(index.find("㛃县信访局"), index.rfind("㛃县信访局"));
  EXPECT_THAT(index, HasInOrder(Pieces{"㛃县信访局", "周方志", "张格平", "王连成"}));
}

TEST(UnitsPageTest, LeavesOutPeopleWithoutAUnitAndThoseRemoved) {
  SampleSite site;
  auto& candidates = site.campaign().candidates;
  candidates[0].candidacy = Candidacy::Cancelled;
  candidates[3].unit = "";
  const std::string index = page(site);
  EXPECT_THAT(index, Not(HasSubstr("阳泉市信访局")));
  EXPECT_THAT(index, Not(HasSubstr("周方志")));
  EXPECT_THAT(index, HasSubstr("4个单位"));
}

TEST(UnitsPageTest, SaysSoWhenThereIsNone) {
  SampleSite site;
  site.content.notices.clear();
  EXPECT_THAT(page(site), HasSubstr("目前没有公示过的单位。"));
}

}  // namespace
}  // namespace gongshi
