// What layout.mustache takes: the same for every page of the site.
#ifndef GENERATOR_RENDER_FRAME_H_
#define GENERATOR_RENDER_FRAME_H_

#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/json.h"
#include "generator/render/site_model.h"

namespace gongshi {

struct Meta {
  std::string name;
  std::string content;
};

// A page before its own content is added.
struct PageHead {
  std::string path;  // of the file below the site's root: "notices/x/index.html"
  std::string title;
  std::vector<Meta> meta;            // besides the site's own (DOMAIN 4.1)
  std::vector<std::string> scripts;  // files of assets/
};

// An object with the layout's fields, to which a page adds its own.
Json frame(const SiteModel& site, const PageHead& head);

// "./" for a page at the root, "../../" two folders down.
std::string path_to_root(std::string_view path);

// The host in "https://gongshi.example:8443/x", and the path "/x/" ("/" when there is none).
std::string_view host_of(std::string_view base_url);
std::string root_path_of(std::string_view base_url);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_FRAME_H_
