#include "generator/render/verify_page.h"

#include "generator/render/frame.h"
#include "generator/render/site_path.h"

namespace gongshi {

Result<std::string> render_verify_page(const SiteModel& site) {
  const std::string what = site.templates.message("site_map.verify.what");
  PageData data = frame(site, {.path = index_of(kVerifyFolder),
                               .title = site.templates.message("verify.title"),
                               .meta = {},
                               .scripts = {"proof.js", "verify.js"},
                               .column = Column{.description = what},
                               .description = what});
  data["log_key"] = site.content.site.log_key;
  data["crumbs"] = PageData::array();
  return site.templates.render("verify", data);
}

}  // namespace gongshi
