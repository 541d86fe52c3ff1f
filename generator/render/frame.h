// What layout.mustache takes: the same for every page of the site.
#ifndef GENERATOR_RENDER_FRAME_H_
#define GENERATOR_RENDER_FRAME_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/render/site_model.h"
#include "site-templates/page_data.h"

namespace gongshi {

struct Meta {
  std::string name;
  std::string content;
};

// What government pages say of a text (DOMAIN 4.1): when it was first published, never when it was
// corrected, and by whom. Its title is the page's.
struct Article {
  std::optional<Instant> published;
  std::string source;
};

// What they say of a listing.
struct Column {
  std::string description;
};

// The same matter in another format.
struct Alternate {
  std::string type;   // "text/calendar"
  std::string title;  // what a program offers it as
  std::string url;    // relative to the site's root
};

// A page before its own content is added.
struct PageHead {
  std::string path;  // of the file below the site's root: "notices/x/index.html"
  std::string title;
  std::vector<Meta> meta;                  // besides those of the site, the article, the column
  std::vector<std::string> scripts;        // files of assets/
  std::optional<Article> article = {};     // of a text
  std::optional<Column> column = {};       // of a listing
  std::string description = {};            // one sentence for search results and chats, or ""
  std::vector<Alternate> alternates = {};  // besides the site's feed
  std::string same_as = {};                // the path of the page that this one repeats, or ""
  bool noindex = false;                    // search engines are asked to forget it
};

// An object with the layout's fields, to which a page adds its own.
PageData frame(const SiteModel& site, const PageHead& head);

// "./" for a page at the root, "../../" two folders down.
std::string path_to_root(std::string_view path);

// The host in "https://gongshi.example:8443/x", and the path "/x/" ("/" when there is none).
std::string_view host_of(std::string_view base_url);
std::string root_path_of(std::string_view base_url);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_FRAME_H_
