// index.html: every notice, by how it stands.
#ifndef GENERATOR_RENDER_HOME_PAGE_H_
#define GENERATOR_RENDER_HOME_PAGE_H_

#include <string>

#include "generator/render/site_model.h"

namespace gongshi {

// The listing as it was at `as_of`: open ones first, the next to close on top; then those to come,
// those over, closed, suspended and withdrawn, the latest on top; then every campaign.
Result<std::string> render_home_page(const SiteModel& site, Instant as_of);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_HOME_PAGE_H_
