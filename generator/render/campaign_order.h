// The order in which listings show campaigns.
#ifndef GENERATOR_RENDER_CAMPAIGN_ORDER_H_
#define GENERATOR_RENDER_CAMPAIGN_ORDER_H_

#include <vector>

#include "generator/load/content.h"

namespace gongshi {

// All of them, newest first: by the day of the latest notice, or of the announcement while there is
// none; those of the same day, and those without any day at the end, by their ids. No clock.
std::vector<const Campaign*> newest_campaigns(const Content& content);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_CAMPAIGN_ORDER_H_
