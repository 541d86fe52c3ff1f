#include "generator/render/indexing.h"

#include <algorithm>

#include "generator/render/candidate_view.h"

namespace gongshi {

bool is_noindex(const SiteModel& site, const Notice& notice) {
  const bool is_over = notice.closing && site.campaign_of(notice).indexing == Indexing::UntilClosed;
  return notice.withdrawal || is_over;
}

bool is_noindex(const SiteModel& site, const Candidate& candidate,
                const std::vector<const Notice*>& notices) {
  const auto is_over = [&](const Notice* notice) { return is_noindex(site, *notice); };
  return is_removed(candidate, notices) || std::ranges::all_of(notices, is_over);
}

}  // namespace gongshi
