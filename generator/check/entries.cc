#include "generator/check/entries.h"

#include <algorithm>
#include <set>

namespace gongshi {
namespace {

std::set<CandidateId> removed_from(const Notice& notice) {
  std::set<CandidateId> removed;
  for (const Correction& correction : notice.corrections) {
    if (correction.kind != CorrectionKind::Removal) continue;
    removed.insert(correction.candidates.begin(), correction.candidates.end());
  }
  return removed;
}

}  // namespace

std::vector<Entry> entries_of(const Course& course) {
  std::vector<const Notice*> notices = course.notices();
  std::ranges::stable_sort(notices, {}, [](const Notice* notice) { return notice->published_at; });
  std::vector<Entry> entries;
  for (const Notice* notice : notices) {
    const std::set<CandidateId> removed = removed_from(*notice);
    for (const CandidateId& id : notice->candidates) {
      const Candidate* candidate = course.find(id);
      if (candidate == nullptr || removed.contains(id)) continue;
      entries.push_back({.notice = notice, .candidate = candidate});
    }
  }
  return entries;
}

}  // namespace gongshi
