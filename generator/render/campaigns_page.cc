#include "generator/render/campaigns_page.h"

#include <algorithm>
#include <map>
#include <utility>

#include "generator/notice/digest.h"
#include "generator/render/campaign_order.h"
#include "generator/render/dictionary_order.h"
#include "generator/render/frame.h"
#include "generator/render/long_list.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"
#include "generator/render/steps_view.h"

namespace gongshi {
namespace {

// Names stand in any script; an anchor is safest in ASCII.
std::string anchor_of(const std::string& name) {
  constexpr std::size_t kDigits = 8;
  return "place-" + hex(sha256(name)).substr(0, kDigits);
}

PageData describe_campaign(const SiteModel& site, const Campaign& campaign) {
  const auto steps = step_progress(campaign, site.content.notices);
  return {{"name", campaign.title},
          {"url", campaign_page_folder(campaign)},
          {"whereabouts", describe_whereabouts(site, campaign, steps)},
          {"organisers", joined(campaign.organisers)},
          {"issued", campaign.issued ? chinese_date(*campaign.issued) : ""}};
}

PageData describe_region(const SiteModel& site, const Region& region) {
  PageData campaigns = PageData::array();
  for (const Campaign* campaign : region.campaigns) {
    campaigns.push_back(describe_campaign(site, *campaign));
  }
  const std::string number = std::to_string(campaigns.size());
  return {{"name", region.name},
          {"id", region.anchor},
          {"count", site.templates.message("count.campaigns", {{"number", number}})},
          {"campaigns", std::move(campaigns)}};
}

}  // namespace

Result<std::vector<Region>> regions_of(const SiteModel& site) {
  const std::string whole_country = site.templates.message("region.country");
  std::map<std::string, Region> regions;  // by the key that orders them; "" is the first
  for (const Campaign* campaign : newest_campaigns(site.content)) {
    const bool everywhere = campaign->region.empty() || campaign->region == whole_country;
    const std::string& name = everywhere ? whole_country : campaign->region;
    const auto key = everywhere ? Result<std::string>("") : dictionary_key(name);
    if (!key) return tl::unexpected<Error>(key.error());
    Region& region = regions[*key];
    region.name = name;
    region.anchor = anchor_of(name);
    region.campaigns.push_back(campaign);
  }
  std::vector<Region> list;
  for (auto& [key, region] : regions) list.push_back(std::move(region));
  return list;
}

Result<std::string> render_campaigns_page(const SiteModel& site) {
  const auto regions = regions_of(site);
  if (!regions) return tl::unexpected<Error>(regions.error());
  const std::string description = site.templates.message("campaigns.description");
  PageData data = frame(site, {.path = index_of(kCampaignsFolder),
                               .title = site.templates.message("campaigns.title"),
                               .meta = {},
                               .scripts = {},
                               .column = Column{.description = description},
                               .description = description});
  data["crumbs"] = PageData::array();
  data["none"] = regions->empty() ? site.templates.message("campaigns.none") : "";
  data["regions"] = PageData::array();
  for (const Region& region : *regions) data["regions"].push_back(describe_region(site, region));
  if (mark_long_lists(data["regions"], "campaigns")) add_filter_scripts(data);
  return site.templates.render("campaigns", data);
}

}  // namespace gongshi
