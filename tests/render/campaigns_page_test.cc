#include "generator/render/campaigns_page.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using Pieces = std::vector<std::string>;

std::string page(const SampleSite& site) {
  auto rendered = render_campaigns_page(site.model());
  return rendered ? *rendered : rendered.error().message;
}

void add_campaign(SampleSite& site, const char* id, const char* region) {
  Campaign campaign = site.campaign();
  campaign.id = CampaignId::parse(std::string("y-") + id).value();  // behind the sample
  campaign.title = std::string("评选") + id;
  campaign.region = region;
  site.content.campaigns.push_back(campaign);
}

TEST(CampaignsPageTest, GoesByPlaceTheWholeCountryFirst) {
  SampleSite site;
  site.campaign().organisers = {"某部", "某局"};
  site.campaign().issued = parse_date("2017-05-15").value();
  add_campaign(site, "a", "山西省");
  add_campaign(site, "b", "广西壮族自治区");
  add_campaign(site, "c", "山西省");
  add_campaign(site, "d", "全国");
  EXPECT_THAT(page(site), HasInOrder(Pieces{
                              "<h1>评选活动</h1>", "全国 <", "2项", "../campaigns/xinfang-2017/",
                              "公示截止时间为2017年6月27日24时", "某部、某局 · 2017年5月15日",
                              "评选d", "广西壮族自治区 <", "评选b", "山西省 <", "评选a", "评选c"}));
}

TEST(CampaignsPageTest, APlaceKeepsItsAnchor) {
  SampleSite site;
  add_campaign(site, "a", "山西省");
  const std::string anchor = regions_of(site.model()).value().back().anchor;
  EXPECT_THAT(page(site), HasSubstr("<h2 id=\"" + anchor + "\">山西省"));
  add_campaign(site, "b", "广西壮族自治区");
  EXPECT_EQ(regions_of(site.model()).value().back().anchor, anchor);
}

TEST(CampaignsPageTest, SaysSoWhenThereIsNone) {
  SampleSite site;
  site.content.notices.clear();
  site.content.campaigns.clear();
  EXPECT_THAT(page(site), HasSubstr("目前没有评选活动。"));
}

TEST(CampaignsPageTest, APlaceIsNeverMarkup) {
  SampleSite site;
  add_campaign(site, "a", "<script>\"山西\"");
  EXPECT_THAT(page(site), Not(HasSubstr("<script>\"")));
}

}  // namespace
}  // namespace gongshi
