#include "generator/render/home_page.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "generator/render/frame.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"
#include "generator/render/standing.h"

namespace gongshi {
namespace {

using Notices = std::vector<const Notice*>;

enum class Order { NextToCloseFirst, LastToCloseFirst };

struct Section {
  const char* key;  // of the heading in messages.json: "home.open"
  std::vector<Standing> standings;
  Order order = Order::LastToCloseFirst;
};

const std::vector<Section>& sections() {
  static const std::vector<Section> kSections = {
      {.key = "open",
       .standings = {Standing::LastDay, Standing::Open},
       .order = Order::NextToCloseFirst},
      {.key = "coming", .standings = {Standing::Coming}, .order = Order::NextToCloseFirst},
      {.key = "over", .standings = {Standing::Over}},
      {.key = "closed", .standings = {Standing::Closed}},
      {.key = "suspended", .standings = {Standing::Suspended}},
      {.key = "withdrawn", .standings = {Standing::Withdrawn}},
  };
  return kSections;
}

// Notices come in the order of their ids, and the sorts are stable: the order never depends on
// chance.
Notices notices_in(const SiteModel& site, const Section& section, Instant as_of) {
  Notices found;
  for (const Notice& notice : site.content.notices) {
    const Standing standing = standing_at(notice, site.window_of(notice), as_of);
    if (std::ranges::find(section.standings, standing) != section.standings.end()) {
      found.push_back(&notice);
    }
  }
  const auto closes = [&](const Notice* notice) { return site.window_of(*notice).closes_at; };
  if (section.order == Order::NextToCloseFirst) {
    std::ranges::stable_sort(found, std::less{}, closes);
  } else {
    std::ranges::stable_sort(found, std::greater{}, closes);
  }
  return found;
}

Json describe_campaigns(const SiteModel& site) {
  Json campaigns = Json::array();
  for (const Campaign& campaign : site.content.campaigns) {
    campaigns.push_back({{"name", campaign.title},
                         {"url", campaign_page_folder(campaign)},
                         {"organisers", joined(campaign.organisers)},
                         {"issued", campaign.issued ? chinese_date(*campaign.issued) : ""}});
  }
  return campaigns;
}

std::vector<Alternate> alternates(const SiteModel& site) {
  const auto word = [&](const char* key) { return site.templates.message(key); };
  return {{"application/feed+json", site.content.site.name, kJsonFeedName},
          {"text/calendar", word("alternate.open_windows"), kOpenCalendarPath},
          {"application/json", word("alternate.manifest"), std::string(kManifestFileName)}};
}

}  // namespace

Result<std::string> render_home_page(const SiteModel& site, Instant as_of) {
  const std::string description = site.templates.message("home.description");
  Json data = frame(site, {.path = kHomePath,
                           .title = site.templates.message("home.title"),
                           .meta = {},
                           .scripts = {"badge.js"},
                           .column = Column{.description = description},
                           .description = description,
                           .alternates = alternates(site)});
  data["as_of"] = chinese_instant(as_of);
  data["campaigns"] = describe_campaigns(site);
  data["any_campaign"] = !data["campaigns"].empty();
  data["sections"] = Json::array();
  for (const Section& section : sections()) {
    Json entries = Json::array();
    for (const Notice* notice : notices_in(site, section, as_of)) {
      entries.push_back(describe_entry(site, *notice, as_of));
    }
    const std::string key = section.key;
    const bool said_when_empty = &section == &sections().front();
    if (entries.empty() && !said_when_empty) continue;
    data["sections"].push_back(
        {{"key", key},
         {"heading", site.templates.message("home." + key)},
         {"none", entries.empty() ? site.templates.message("home.none") : ""},
         {"entries", std::move(entries)}});
  }
  return site.templates.render("home", data);
}

}  // namespace gongshi
