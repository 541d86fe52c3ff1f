// Which files a site has, before any of them is made: publishing needs the whole list first, and
// rendering takes them in any order on any thread.
#ifndef GENERATOR_RENDER_SITE_PLAN_H_
#define GENERATOR_RENDER_SITE_PLAN_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "generator/render/site_model.h"

namespace gongshi {

struct PlannedFile {
  std::string path;  // below the site's root, '/' on every system
  std::function<Result<std::string>()> render;
  const Notice* notice = nullptr;  // of a notice page: the manifest carries its digest

  // Whose folder alone, beside what the whole site shares, decides the bytes; null of listings.
  const Campaign* campaign = nullptr;

  // Of a page, for the site map: whether it asks search engines to forget it, and when the content
  // last changed (absent where the clock changes it, too).
  bool noindex = false;
  std::optional<Instant> changed = {};
};

// Sorted by path, each path once. The manifest is not among them: it is made from their digests.
// Refers to `site` and what it refers to. Only the home page depends on `as_of`.
std::vector<PlannedFile> plan_site(const SiteModel& site, Instant as_of);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_SITE_PLAN_H_
