#include "generator/render/text_page.h"

#include <utility>

#include "generator/markdown/markdown.h"
#include "generator/render/frame.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

constexpr int kBelowTheTitle = 2;

}  // namespace

Result<std::string> render_text_page(const SiteModel& site, const Page& page) {
  PageData data = frame(
      site,
      {.path = index_of(text_page_folder(page)), .title = page.title, .meta = {}, .scripts = {}});
  data["body"] = markdown_to_html(page.body, kBelowTheTitle);
  return site.templates.render("text", data);
}

Result<std::string> render_not_found_page(const SiteModel& site) {
  const std::string title = site.templates.message("not_found.title");
  PageData data = frame(
      site, {.path = kNotFoundPath, .title = title, .meta = {}, .scripts = {}, .noindex = true});
  const std::string root = root_path_of(site.content.site.base_url);
  data["root"] = root;
  data["heading"] = title;
  data["paragraphs"] = PageData::array({site.templates.message("not_found.sentence")});
  data["links"] = PageData::array();
  for (const auto& [folder, key] :
       {std::pair{"", "not_found.home"}, std::pair{kArchiveFolder, "not_found.archive"},
        std::pair{kSiteMapFolder, "not_found.site_map"}}) {
    data["links"].push_back({{"url", root + folder}, {"title", site.templates.message(key)}});
  }
  return site.templates.render("message", data);
}

}  // namespace gongshi
