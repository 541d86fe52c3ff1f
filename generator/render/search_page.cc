#include "generator/render/search_page.h"

#include "generator/render/frame.h"
#include "generator/render/site_path.h"

namespace gongshi {

Result<std::string> render_search_page(const SiteModel& site) {
  PageData data = frame(site, {.path = index_of(kSearchFolder),
                               .title = site.templates.message("search.title"),
                               .meta = {},
                               .scripts = {"find.js", "search.js"},
                               .noindex = true});
  data["index_url"] = kSearchIndexPath;
  data["crumbs"] = PageData::array();
  return site.templates.render("search", data);
}

}  // namespace gongshi
