// /search/: asks what to look for; assets/search.js answers, from search.json.
#ifndef GENERATOR_RENDER_SEARCH_PAGE_H_
#define GENERATOR_RENDER_SEARCH_PAGE_H_

#include <string>

#include "generator/render/site_model.h"

namespace gongshi {

// It holds no names itself, says where to look when there is no script, and is nothing for a search
// engine to find.
Result<std::string> render_search_page(const SiteModel& site);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_SEARCH_PAGE_H_
