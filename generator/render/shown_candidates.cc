#include "generator/render/shown_candidates.h"

#include <algorithm>
#include <map>
#include <utility>

#include "generator/render/candidate_view.h"

namespace gongshi {

std::vector<ShownCandidate> shown_candidates(const Content& content, const Campaign& campaign) {
  std::vector<const Notice*> notices;
  for (const Notice& notice : content.notices) {
    if (notice.campaign == campaign.id && !notice.withdrawal) notices.push_back(&notice);
  }
  std::ranges::stable_sort(notices, {}, &Notice::published_at);
  std::map<CandidateId, std::vector<const Notice*>> listing;
  for (const Notice* notice : notices) {
    for (const CandidateId& id : notice->candidates) listing[id].push_back(notice);
  }
  std::vector<ShownCandidate> shown;
  for (const Candidate& candidate : campaign.candidates) {
    const auto found = listing.find(candidate.id);
    if (found == listing.end()) continue;
    shown.push_back({.candidate = &candidate, .notices = std::move(found->second)});
  }
  return shown;
}

std::vector<ShownCandidate> standing_candidates(const Content& content, const Campaign& campaign) {
  std::vector<ShownCandidate> standing = shown_candidates(content, campaign);
  std::erase_if(standing, [](const ShownCandidate& shown) {
    return is_removed(*shown.candidate, shown.notices);
  });
  return standing;
}

}  // namespace gongshi
