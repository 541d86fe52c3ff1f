// campaigns/<id>/: one selection, from its rules to its decision, and every notice of it.
#ifndef GENERATOR_RENDER_CAMPAIGN_PAGE_H_
#define GENERATOR_RENDER_CAMPAIGN_PAGE_H_

#include <string>

#include "generator/render/site_model.h"

namespace gongshi {

// Depends on no clock: what is done is what the office closed or recorded.
Result<std::string> render_campaign_page(const SiteModel& site, const Campaign& campaign);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_CAMPAIGN_PAGE_H_
