// One event of each step, as a small office would enter it.
#ifndef TESTS_FILING_SAMPLE_EVENTS_H_
#define TESTS_FILING_SAMPLE_EVENTS_H_

#include <string_view>
#include <vector>

#include "intake/filing/objection_state.h"

namespace gongshi {

inline constexpr std::string_view kSampleLeader = "2017-000009-5";

// Every step, in the order of the enum.
std::vector<HandlingStep> all_steps();

// On 2017-06-26, by 经办甲; a decision upholds, a refusal says that it is out of scope, a disposal
// corrects, what is asked for, of either side, is due on the 30th, and kSampleLeader is the one
// that is joined. Who is recused and readmitted is 经办丙.
ObjectionEvent sample_event(HandlingStep step);
// The same, done at kSampleLeader for those that joined it.
ObjectionEvent shared_event(HandlingStep step);
ObjectionEvent sample_decision(Outcome outcome);

}  // namespace gongshi

#endif  // TESTS_FILING_SAMPLE_EVENTS_H_
