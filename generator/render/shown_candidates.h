// Which candidates the site shows, and by which notices.
#ifndef GENERATOR_RENDER_SHOWN_CANDIDATES_H_
#define GENERATOR_RENDER_SHOWN_CANDIDATES_H_

#include <vector>

#include "generator/load/content.h"

namespace gongshi {

struct ShownCandidate {
  const Candidate* candidate = nullptr;
  std::vector<const Notice*> notices;  // those that list it and are not withdrawn; at least one
};

// Those of the campaign that have a page, in the order of candidates.csv; their notices oldest
// first. A candidate that only withdrawn notices show has none.
std::vector<ShownCandidate> shown_candidates(const Content& content, const Campaign& campaign);

// Without those who are no longer proposed: notice pages and their own still say so, indexes do not
// (DOMAIN 2.5).
std::vector<ShownCandidate> standing_candidates(const Content& content, const Campaign& campaign);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_SHOWN_CANDIDATES_H_
