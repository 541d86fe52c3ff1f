// The files for programs beside the pages: feeds, calendars, tables, the schema, what
// the search looks through, the site map.
#ifndef GENERATOR_RENDER_DATA_FILES_H_
#define GENERATOR_RENDER_DATA_FILES_H_

#include <cstddef>
#include <vector>

#include "generator/render/site_plan.h"
#include "generator/render/sitemap.h"

namespace gongshi {

// Those of the site and of its campaigns.
void plan_data_files(const SiteModel& site, std::vector<PlannedFile>& plan);

// Those beside a notice that is not withdrawn: its table and its calendar.
void plan_notice_data(const SiteModel& site, const Notice& notice, std::vector<PlannedFile>& plan);

// sitemap.xml, of the pages in `plan` that are not noindex; with more than `addresses_max` of them
// a list of sitemaps/1.xml, sitemaps/2.xml …
void plan_sitemap(const SiteModel& site, std::vector<PlannedFile>& plan,
                  std::size_t addresses_max = kSitemapAddressesMax);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_DATA_FILES_H_
