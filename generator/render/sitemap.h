// sitemap.xml and robots.txt: what search engines may look at.
#ifndef GENERATOR_RENDER_SITEMAP_H_
#define GENERATOR_RENDER_SITEMAP_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "generator/load/site.h"
#include "generator/notice/civil_time.h"

namespace gongshi {

// The protocol's limit for one file (sitemaps.org); beyond it sitemap.xml lists files.
inline constexpr std::size_t kSitemapAddressesMax = 50'000;

struct SitemapEntry {
  std::string path;                // of a page below the site's root
  std::optional<Instant> changed;  // as the content says; absent for pages that the clock changes
};

// One file of the map. Requires no more entries than the limit.
std::string write_sitemap(const Site& site, const std::vector<SitemapEntry>& entries);

// The list of such files.
std::string write_sitemap_index(const Site& site, const std::vector<std::string>& paths);

// Everything is open but the daemon's forms, and the tables of names: a page says "noindex" when
// its period is over (indexing.h), a table cannot.
std::string write_robots(const Site& site);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_SITEMAP_H_
