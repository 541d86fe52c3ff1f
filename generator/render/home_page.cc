#include "generator/render/home_page.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/notice/manifest.h"
#include "generator/render/archive_page.h"
#include "generator/render/campaign_order.h"
#include "generator/render/campaigns_page.h"
#include "generator/render/frame.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"
#include "generator/render/standing.h"

namespace gongshi {
namespace {

using Notices = std::vector<const Notice*>;

enum class Order { NextToCloseFirst, LastToCloseFirst, LatestDecisionFirst };

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

struct Section {
  std::string_view key;  // of the heading in messages.json: "home.open"
  Standing standing;
  Order order = Order::LastToCloseFirst;
  std::size_t limit = kAll;
};

// Each standing has its section.
constexpr Section kSections[] = {
    {.key = "last-day", .standing = Standing::LastDay, .order = Order::NextToCloseFirst},
    {.key = "open", .standing = Standing::Open, .order = Order::NextToCloseFirst},
    {.key = "coming", .standing = Standing::Coming, .order = Order::NextToCloseFirst},
    {.key = "over", .standing = Standing::Over},
    {.key = "closed",
     .standing = Standing::Closed,
     .order = Order::LatestDecisionFirst,
     .limit = kHomeDecidedMax},
    {.key = "suspended", .standing = Standing::Suspended},
    {.key = "withdrawn",
     .standing = Standing::Withdrawn,
     .order = Order::LatestDecisionFirst,
     .limit = kHomeDecidedMax},
};

Instant decided_at(const Notice& notice) {
  if (notice.withdrawal) return notice.withdrawal->at;
  return notice.closing ? notice.closing->closed_at : notice.published_at;
}

// Notices come in the order of their ids, and the sorts are stable: the order never depends on
// chance.
Notices notices_in(const SiteModel& site, const Section& section, Instant as_of) {
  Notices found;
  for (const Notice& notice : site.content.notices) {
    const Standing standing = standing_at(notice, site.window_of(notice), as_of);
    if (standing == section.standing) found.push_back(&notice);
  }
  const auto closes = [&](const Notice* notice) { return site.window_of(*notice).closes_at; };
  const auto decided = [](const Notice* notice) { return decided_at(*notice); };
  switch (section.order) {
    case Order::NextToCloseFirst:
      std::ranges::stable_sort(found, std::less{}, closes);
      break;
    case Order::LastToCloseFirst:
      std::ranges::stable_sort(found, std::greater{}, closes);
      break;
    case Order::LatestDecisionFirst:
      std::ranges::stable_sort(found, std::greater{}, decided);
      break;
  }
  return found;
}

PageData describe_section(const SiteModel& site, const Section& section, const Notices& notices,
                          Instant as_of) {
  PageData entries = PageData::array();
  for (const Notice* notice : notices) {
    if (entries.size() == section.limit) break;
    entries.push_back(describe_entry(site, *notice, as_of));
  }
  const std::size_t left_out = notices.size() - entries.size();
  const std::string key(section.key);
  return {{"key", key},
          {"heading", site.templates.message("home." + key)},
          {"none", ""},
          {"more", left_out == 0 ? ""
                                 : site.templates.message("home.more",
                                                          {{"number", std::to_string(left_out)}})},
          {"more_url", kArchiveFolder},
          {"entries", std::move(entries)}};
}

// That nothing is open is worth a sentence; that nothing is suspended is not.
PageData describe_sections(const SiteModel& site, Instant as_of) {
  PageData described = PageData::array();
  for (const Section& section : kSections) {
    const Notices notices = notices_in(site, section, as_of);
    if (notices.empty() && section.standing != Standing::Open) continue;
    PageData one = describe_section(site, section, notices, as_of);
    if (notices.empty()) {
      const bool is_first = described.empty();
      one["none"] = site.templates.message(is_first ? "home.none" : "home.none_else");
    }
    described.push_back(std::move(one));
  }
  return described;
}

PageData describe_campaigns(const SiteModel& site) {
  PageData campaigns = PageData::array();
  for (const Campaign* campaign : newest_campaigns(site.content)) {
    if (campaigns.size() == kHomeCampaignsMax) break;
    campaigns.push_back({{"name", campaign->title}, {"url", campaign_page_folder(*campaign)}});
  }
  return campaigns;
}

Result<PageData> describe_regions(const SiteModel& site) {
  const auto regions = regions_of(site);
  if (!regions) return tl::unexpected<Error>(regions.error());
  PageData list = PageData::array();
  for (const Region& region : *regions) {
    const std::string number = std::to_string(region.campaigns.size());
    list.push_back({{"name", region.name},
                    {"url", std::string(kCampaignsFolder) + "#" + region.anchor},
                    {"count", site.templates.message("count.campaigns", {{"number", number}})}});
  }
  return list;
}

std::vector<Alternate> alternates(const SiteModel& site) {
  const auto word = [&](const char* key) { return site.templates.message(key); };
  return {{"application/feed+json", site.content.site.name, kJsonFeedName},
          {"text/calendar", word("alternate.open_windows"), kOpenCalendarPath},
          {"application/json", word("alternate.manifest"), std::string(kManifestFileName)}};
}

}  // namespace

Result<std::string> render_home_page(const SiteModel& site, Instant as_of) {
  auto regions = describe_regions(site);
  if (!regions) return tl::unexpected<Error>(regions.error());
  const std::string description = site.templates.message("home.description");
  PageData data = frame(site, {.path = kHomePath,
                               .title = site.templates.message("home.title"),
                               .meta = {},
                               .scripts = {"badge.js"},
                               .column = Column{.description = description},
                               .description = description,
                               .alternates = alternates(site)});
  data["as_of"] = chinese_instant(as_of);
  data["sections"] = describe_sections(site, as_of);
  data["any_campaign"] = !site.content.campaigns.empty();
  data["campaigns"] = describe_campaigns(site);
  data["years"] = describe_years(site, notices_by_year(site.content), 0);
  data["any_year"] = !data["years"].empty();
  data["regions"] = *std::move(regions);
  return site.templates.render("home", data);
}

}  // namespace gongshi
