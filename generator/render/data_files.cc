#include "generator/render/data_files.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "generator/render/atom_feed.h"
#include "generator/render/json_feed.h"
#include "generator/render/list_csv.h"
#include "generator/render/manifest_schema.h"
#include "generator/render/search_index.h"
#include "generator/render/site_path.h"
#include "generator/render/window_ics.h"

namespace gongshi {
namespace {

using Plan = std::vector<PlannedFile>;

// A file whose making cannot fail.
template <class Write>
void add(Plan& plan, std::string_view path, Write write) {
  plan.push_back(
      {.path = std::string(path), .render = [write]() -> Result<std::string> { return write(); }});
}

std::vector<SitemapEntry> pages_to_find(const Plan& plan) {
  std::vector<SitemapEntry> pages;
  for (const PlannedFile& file : plan) {
    if (file.path.ends_with(".html") && !file.noindex) {
      pages.push_back({.path = file.path, .changed = file.changed});
    }
  }
  std::ranges::sort(pages, {}, &SitemapEntry::path);
  return pages;
}

}  // namespace

void plan_data_files(const SiteModel& site, Plan& plan) {
  add(plan, kAtomFeedName, [&site] { return write_atom(site_feed(site)); });
  add(plan, kJsonFeedName, [&site] { return write_json_feed(site_feed(site)); });
  for (const Campaign& campaign : site.content.campaigns) {
    const std::string folder = campaign_page_folder(campaign);
    add(plan, folder + kAtomFeedName,
        [&site, &campaign] { return write_atom(campaign_feed(site, campaign)); });
    add(plan, folder + kJsonFeedName,
        [&site, &campaign] { return write_json_feed(campaign_feed(site, campaign)); });
  }
  add(plan, kOpenCalendarPath, [&site] { return render_open_calendar(site); });
  add(plan, kManifestSchemaPath, [&site] { return write_manifest_schema(site.content.site); });
  add(plan, kSearchIndexPath, [&site] { return write_search_index(site); });
  add(plan, kRobotsPath, [&site] { return write_robots(site.content.site); });
}

void plan_notice_data(const SiteModel& site, const Notice& notice, Plan& plan) {
  add(plan, notice_list_path(notice), [&] { return render_list_csv(site, notice); });
  add(plan, notice_calendar_path(notice), [&] { return render_notice_calendar(site, notice); });
}

void plan_sitemap(const SiteModel& site, Plan& plan, std::size_t addresses_max) {
  const std::vector<SitemapEntry> pages = pages_to_find(plan);
  const Site& office = site.content.site;
  if (pages.size() <= addresses_max) {
    add(plan, kSitemapPath, [&office, pages] { return write_sitemap(office, pages); });
    return;
  }
  std::vector<std::string> paths;
  for (auto begin = pages.begin(); begin != pages.end();) {
    const auto left = static_cast<std::size_t>(pages.end() - begin);
    const auto end = begin + static_cast<std::ptrdiff_t>(std::min(left, addresses_max));
    const std::vector<SitemapEntry> part(begin, end);
    paths.push_back("sitemaps/" + std::to_string(paths.size() + 1) + ".xml");
    add(plan, paths.back(), [&office, part] { return write_sitemap(office, part); });
    begin = end;
  }
  add(plan, kSitemapPath, [&office, paths] { return write_sitemap_index(office, paths); });
}

}  // namespace gongshi
