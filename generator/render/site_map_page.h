// sitemap/: every listing, campaign, text and data file of the site, for people; sitemap.xml
// (sitemap.h) is for programs.
#ifndef GENERATOR_RENDER_SITE_MAP_PAGE_H_
#define GENERATOR_RENDER_SITE_MAP_PAGE_H_

#include <string>

#include "generator/render/site_model.h"

namespace gongshi {

// Each with a sentence that says what it is; notices and candidates stand in the listings. Depends
// on no clock.
Result<std::string> render_site_map_page(const SiteModel& site);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_SITE_MAP_PAGE_H_
