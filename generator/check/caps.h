// R9, I6: 县处级干部不超过总数的20%. A cap is counted on the whole campaign, never on one list:
// each candidate that is not cancelled, on a list or not, a reserve as well.
//
//   cap-exceeded        a hard cap is not kept
//   cap-advised         a soft cap is not kept
//   cap-total-missing   an award in the denominator of a cap has no total
//   level-missing       a candidate has no level, and a cap or an exclusion asks for it
//
// A percentage is of the awards' totals, compared in integers: a ceiling rounds down, a floor
// (at_least) rounds up. A floor binds only where somebody is proposed. A cap that is counted
// elsewhere is not counted here.
#ifndef GENERATOR_CHECK_CAPS_H_
#define GENERATOR_CHECK_CAPS_H_

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

void check_caps(const Content& content, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_CAPS_H_
