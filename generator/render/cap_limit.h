// What a cap comes to in whole candidates.
#ifndef GENERATOR_RENDER_CAP_LIMIT_H_
#define GENERATOR_RENDER_CAP_LIMIT_H_

#include <optional>

#include "generator/load/campaign.h"

namespace gongshi {

// The awards of a cap's denominator together. Nothing when one of them has no total.
std::optional<int> denominator_of(const Campaign& campaign, const Cap& cap);

// How many candidates a percentage allows, or at least asks for: a ceiling is rounded down, a floor
// up (DOMAIN I6), in integers. Nothing for a cap without a percentage, without a denominator, or
// whose denominator is another office's.
std::optional<int> cap_limit(const Campaign& campaign, const Cap& cap);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_CAP_LIMIT_H_
