// Whom a cap or an exclusion speaks of.
#ifndef GENERATOR_CHECK_SELECTOR_H_
#define GENERATOR_CHECK_SELECTOR_H_

#include <optional>
#include <string_view>

#include "generator/load/candidate.h"
#include "generator/load/conditions.h"

namespace gongshi {

// Whether a selector is about candidates of the award at all.
bool is_about(const Selector& selector, const AwardId& award);

// What of a candidate a selector's word met.
struct SelectorMatch {
  std::string_view column;  // of candidates.csv: "level", "nature", "honours", "name"
  std::string_view word;    // of the selector, in which it lives
};

// The first match in that order; nothing when the candidate, or its award, is not meant.
std::optional<SelectorMatch> find_match(const Selector& selector, const Candidate& candidate);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_SELECTOR_H_
