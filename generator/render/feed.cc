#include "generator/render/feed.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "generator/render/address.h"
#include "generator/render/last_change.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

std::string summary_of(const SiteModel& site, const Notice& notice) {
  if (notice.withdrawal) {
    return site.templates.message("feed.withdrawn",
                                  {{"at", chinese_instant(notice.withdrawal->at)}});
  }
  std::string summary = window_in_words(site, notice);
  if (notice.suspended) summary += site.templates.message("feed.suspended");
  if (notice.example) summary += site.templates.message("example.banner") + "。";
  return summary;
}

FeedEntry notice_entry(const SiteModel& site, const Notice& notice) {
  const auto withdrawn = [&] {
    return site.templates.message("withdrawn.entry", {{"id", notice.id.text()}});
  };
  return {.address = address_of(site.content.site, notice_folder(notice)),
          .title = notice.withdrawal ? withdrawn() : notice.title,
          .summary = summary_of(site, notice),
          .author = notice.publisher,
          .published = notice.published_at,
          .updated = last_change(notice)};
}

FeedEntry result_entry(const SiteModel& site, const Notice& notice) {
  return {.address = address_of(site.content.site, result_folder(notice)),
          .title = site.templates.message("result.title", {{"title", notice.title}}),
          .summary = standard_sentence(*notice.closing),
          .author = notice.publisher,
          .published = notice.closing->closed_at,
          .updated = notice.closing->closed_at};
}

// Entries of the same instant stand in the order of their addresses: never by chance.
bool is_newer(const FeedEntry& a, const FeedEntry& b) {
  return a.updated != b.updated ? a.updated > b.updated : a.address < b.address;
}

Feed make_feed(const SiteModel& site, std::string title, const std::string& folder,
               const std::function<bool(const Notice&)>& is_about) {
  const Site& office = site.content.site;
  Feed feed{.title = std::move(title),
            .author = office.publisher,
            .page_address = address_of(office, folder),
            .atom_address = address_of(office, folder + kAtomFeedName),
            .json_address = address_of(office, folder + kJsonFeedName),
            .entries = {},
            .updated = {}};
  for (const Notice& notice : site.content.notices) {
    if (!is_about(notice)) continue;
    feed.entries.push_back(notice_entry(site, notice));
    if (notice.closing && !notice.withdrawal) feed.entries.push_back(result_entry(site, notice));
  }
  std::ranges::sort(feed.entries, is_newer);
  if (feed.entries.size() > kFeedEntriesMax) feed.entries.resize(kFeedEntriesMax);
  if (!feed.entries.empty()) feed.updated = feed.entries.front().updated;
  return feed;
}

}  // namespace

Feed site_feed(const SiteModel& site) {
  return make_feed(site, site.content.site.name, "", [](const Notice&) { return true; });
}

Feed campaign_feed(const SiteModel& site, const Campaign& campaign) {
  return make_feed(site, campaign.title + " - " + site.content.site.name,
                   campaign_page_folder(campaign),
                   [&](const Notice& notice) { return notice.campaign == campaign.id; });
}

}  // namespace gongshi
