#include "generator/render/list_csv.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <utility>

#include "generator/load/candidate_columns.h"
#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using Pieces = std::vector<std::string>;

std::string list(SampleSite& site) { return render_list_csv(site.model(), site.notice()); }

TEST(ListCsvTest, HasARowForEachCandidateInTheOrderOfThePage) {
  SampleSite site;
  EXPECT_THAT(list(site),
              StartsWith("\xEF\xBB\xBF\"编号\",\"拟授予称号\",\"姓名或名称\",\"工作单位\","
                         "\"职务\",\"推荐单位\",\"公示情况\",\"性别\"\r\n"));
  EXPECT_THAT(list(site),
              HasInOrder(Pieces{"\"yangquan\",\"全国信访系统先进集体\",\"阳泉市信访局\",\"\",",
                                "\"datong\",",
                                "\"zhou\",\"全国信访系统先进工作者\",\"周方志\",\"省信访局督查处\","
                                "\"处长\",\"\",\"\",\"\"\r\n",
                                "\"wang\","}));
}

TEST(ListCsvTest, FollowsTheNoticeWhateverTheOrderOfTheCampaign) {
  SampleSite site;
  std::vector<CandidateId>& named = site.notice().candidates;
  std::ranges::reverse(named);
  EXPECT_THAT(list(site),
              HasInOrder(Pieces{"\"datong\",", "\"yangquan\",", "\"wang\",", "\"zhou\","}));
  std::ranges::reverse(named);
  std::swap(named.front(), named[1]);
  named.erase(named.begin() + 3);
  EXPECT_THAT(list(site), HasInOrder(Pieces{"\"yuci\",", "\"yangquan\",", "\"datong\",",
                                            "\"zhang\",", "\"wang\","}));
  EXPECT_THAT(list(site), Not(HasSubstr("\"zhou\",")));
}

TEST(ListCsvTest, MarksReservesAndThoseWhoAreNoLongerProposed) {
  SampleSite site;
  Candidate& zhou = site.campaign().candidates[3];
  zhou.facts["gender"] = "独有性别";
  EXPECT_THAT(list(site), HasSubstr("独有性别"));
  zhou.candidacy = Candidacy::Cancelled;
  site.campaign().candidates[4].candidacy = Candidacy::Reserve;
  EXPECT_THAT(list(site), HasInOrder(Pieces{"\"周方志\",", "\"已取消公示\",\"\"\r\n", "\"张格平\",",
                                            "\"差额\","}));
  EXPECT_THAT(list(site), Not(HasSubstr("独有性别")));
}

TEST(ListCsvTest, OnlyWhatTheCampaignMakesPublicIsInIt) {
  SampleSite site;
  Candidate& zhou = site.campaign().candidates[3];
  for (const CandidateColumn& column : candidate_columns()) {
    zhou.facts[std::string(column.name)] = "值" + std::string(column.name);
  }
  site.campaign().public_fields = {"level", "rank", "performance"};
  const std::string csv = list(site);
  EXPECT_THAT(csv, HasSubstr("\"公示情况\",\"级别\"\r\n"));
  EXPECT_THAT(csv, HasSubstr("值level"));
  for (const CandidateColumn& column : candidate_columns()) {
    if (column.name == "level") continue;
    EXPECT_THAT(csv, Not(HasSubstr("值" + std::string(column.name))));
  }
}

TEST(ListCsvTest, ANameRunsNoFormula) {
  SampleSite site;
  site.campaign().candidates[3].name = "=HYPERLINK(\"x\")";
  EXPECT_THAT(list(site), HasSubstr("\"'=HYPERLINK(\"\"x\"\")\""));
}

}  // namespace
}  // namespace gongshi
