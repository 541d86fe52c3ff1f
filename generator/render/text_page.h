// pages/<id>/ (about, how to object, privacy …) and 404.html.
#ifndef GENERATOR_RENDER_TEXT_PAGE_H_
#define GENERATOR_RENDER_TEXT_PAGE_H_

#include <string>

#include "generator/render/site_model.h"

namespace gongshi {

Result<std::string> render_text_page(const SiteModel& site, const Page& page);

// Served at any depth, so its links begin at the root of the site's address.
Result<std::string> render_not_found_page(const SiteModel& site);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_TEXT_PAGE_H_
