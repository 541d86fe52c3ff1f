// What a cap comes to in whole candidates: the checks count with it, and the page prints it.
#ifndef GENERATOR_LOAD_CAP_LIMIT_H_
#define GENERATOR_LOAD_CAP_LIMIT_H_

#include <cstdint>
#include <optional>

#include "generator/load/campaign.h"

namespace gongshi {

// The awards of a cap's denominator together, each once. Nothing when it names none, or when one of
// them has no total.
std::optional<std::int64_t> denominator_of(const Campaign& campaign, const Cap& cap);

// How many candidates a percentage allows, or at least asks for: a ceiling is rounded down, a floor
// up (DOMAIN I6), in integers. Nothing for a cap without a percentage, without a denominator, or
// whose denominator is another office's.
std::optional<std::int64_t> cap_limit(const Campaign& campaign, const Cap& cap);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_CAP_LIMIT_H_
