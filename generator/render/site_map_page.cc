#include "generator/render/site_map_page.h"

#include <string_view>
#include <utility>

#include "generator/notice/manifest.h"
#include "generator/render/archive_page.h"
#include "generator/render/campaign_order.h"
#include "generator/render/frame.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

// One file of the site. Its name and its sentence are messages: "site_map.home" and
// "site_map.home.what".
struct MappedFile {
  std::string_view key;
  std::string_view url;
};

constexpr MappedFile kListings[] = {{"home", ""},
                                    {"candidates", kCandidatesFolder},
                                    {"units", kUnitsFolder},
                                    {"search", kSearchFolder},
                                    {"status", "status"},
                                    {"verify", kVerifyFolder}};

constexpr MappedFile kData[] = {{"atom", kAtomFeedName},         {"json", kJsonFeedName},
                                {"calendar", kOpenCalendarPath}, {"manifest", kManifestFileName},
                                {"schema", kManifestSchemaPath}, {"robots", kSitemapPath}};

PageData link(const std::string& name, std::string_view url, const std::string& what) {
  return {{"name", name}, {"url", std::string(url)}, {"what", what}};
}

template <class Files>
PageData describe_files(const SiteModel& site, const Files& files) {
  PageData list = PageData::array();
  for (const MappedFile& file : files) {
    const std::string key = std::string("site_map.").append(file.key);
    list.push_back(
        link(site.templates.message(key), file.url, site.templates.message(key + ".what")));
  }
  return list;
}

PageData describe_campaigns(const SiteModel& site) {
  PageData list = PageData::array();
  for (const Campaign* campaign : newest_campaigns(site.content)) {
    const std::string folder = campaign_page_folder(*campaign);
    list.push_back({{"name", campaign->title},
                    {"url", folder},
                    {"atom_url", folder + kAtomFeedName},
                    {"json_url", folder + kJsonFeedName}});
  }
  return list;
}

}  // namespace

Result<std::string> render_site_map_page(const SiteModel& site) {
  const std::string description = site.templates.message("site_map.description");
  PageData data = frame(site, {.path = index_of(kSiteMapFolder),
                               .title = site.templates.message("site_map.title"),
                               .meta = {},
                               .scripts = {},
                               .column = Column{.description = description},
                               .description = description});
  data["crumbs"] = PageData::array();
  data["listings"] = describe_files(site, kListings);
  data["years"] = describe_years(site, notices_by_year(site.content), 0);
  data["campaigns"] = describe_campaigns(site);
  data["data"] = describe_files(site, kData);
  return site.templates.render("site-map", data);
}

}  // namespace gongshi
