#include "generator/render/campaign_order.h"

#include <algorithm>
#include <functional>
#include <map>

namespace gongshi {

std::vector<const Campaign*> newest_campaigns(const Content& content) {
  std::map<CampaignId, Date> days;
  for (const Campaign& campaign : content.campaigns) {
    days[campaign.id] = campaign.issued.value_or(Date::min());
  }
  for (const Notice& notice : content.notices) {
    Date& day = days[notice.campaign];
    day = std::max(day, date_of(notice.published_at));
  }
  std::vector<const Campaign*> campaigns;
  for (const Campaign& campaign : content.campaigns) campaigns.push_back(&campaign);
  std::ranges::stable_sort(campaigns, std::greater{},
                           [&](const Campaign* campaign) { return days.at(campaign->id); });
  return campaigns;
}

}  // namespace gongshi
