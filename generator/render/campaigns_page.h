// campaigns/: every campaign, by the place that selects.
#ifndef GENERATOR_RENDER_CAMPAIGNS_PAGE_H_
#define GENERATOR_RENDER_CAMPAIGNS_PAGE_H_

#include <string>
#include <vector>

#include "generator/render/site_model.h"

namespace gongshi {

// The campaigns of one place, newest first.
struct Region {
  std::string name;    // as campaign.toml has it; 全国 for those that name none
  std::string anchor;  // of its section on the page: "place-" and digits that stay for the name
  std::vector<const Campaign*> campaigns;
};

// The whole country first, then the others in the order of a dictionary.
Result<std::vector<Region>> regions_of(const SiteModel& site);

// Depends on no clock.
Result<std::string> render_campaigns_page(const SiteModel& site);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_CAMPAIGNS_PAGE_H_
