// units/: the collectives that are proposed, and the units whose people are.
#ifndef GENERATOR_RENDER_UNITS_PAGE_H_
#define GENERATOR_RENDER_UNITS_PAGE_H_

#include <string>

#include "generator/render/site_model.h"

namespace gongshi {

// By campaign, newest first; in a campaign each unit once, in the order of a dictionary, with its
// candidates. The same candidates as candidates/ lists, and noindex for the same reason
// (candidates_page.h); a person without a unit stands only there. Depends on no clock.
Result<std::string> render_units_page(const SiteModel& site);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_UNITS_PAGE_H_
