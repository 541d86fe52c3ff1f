#include "generator/render/campaign_order.h"

#include <gmock/gmock.h>

#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

std::vector<std::string> order(const SampleSite& site) {
  std::vector<std::string> ids;
  for (const Campaign* campaign : newest_campaigns(site.content))
    ids.push_back(campaign->id.text());
  return ids;
}

Campaign campaign(const char* id, const char* issued) {
  Campaign made;
  made.id = CampaignId::parse(id).value();
  if (issued != nullptr) made.issued = parse_date(issued).value();
  return made;
}

TEST(CampaignOrderTest, TheLatestNoticeDecidesThenTheAnnouncementThenTheId) {
  SampleSite site;  // its campaign has a notice of 2017-06-21
  for (const Campaign& added :
       {campaign("a-undated", nullptr), campaign("b-undated", nullptr), campaign("y", "2017-06-21"),
        campaign("z-later", "2017-06-22"), campaign("a-earlier", "2017-06-20")}) {
    site.content.campaigns.push_back(added);
  }
  site.campaign().issued = parse_date("2017-01-01").value();
  EXPECT_EQ(order(site), (std::vector<std::string>{"z-later", "xinfang-2017", "y", "a-earlier",
                                                   "a-undated", "b-undated"}));
}

}  // namespace
}  // namespace gongshi
