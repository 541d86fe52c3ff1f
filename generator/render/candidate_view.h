// What pages may say of a candidate besides the name.
#ifndef GENERATOR_RENDER_CANDIDATE_VIEW_H_
#define GENERATOR_RENDER_CANDIDATE_VIEW_H_

#include <string>
#include <vector>

#include "generator/render/site_model.h"

namespace gongshi {

// The basic facts, [{title, value}] in the order of candidate_columns(): those of class Optional
// that the campaign's public_fields name and the office filled in. Nothing of class Internal, even
// when public_fields ask for it.
PageData describe_facts(const Campaign& campaign, const Candidate& candidate);

// The correction of the notice that removed the candidate; null when none did.
const Correction* removal_of(const Candidate& candidate, const Notice& notice);

// Whether the candidate is no longer proposed: cancelled, or removed by a correction of the notice.
// The entry stays visible, without its deeds (DOMAIN 2.5).
bool is_removed(const Candidate& candidate, const Notice& notice);
bool is_removed(const Candidate& candidate, const std::vector<const Notice*>& notices);

// "2017年6月23日更正", "2017年6月23日增加": the last time that a correction of the notice named the
// candidate; of one who was removed the day alone; "" when none did.
std::string change_mark(const SiteModel& site, const Candidate& candidate, const Notice& notice);

// "差额", or "" for a candidate who uses the quota like the others.
std::string reserve_mark(const SiteModel& site, const Candidate& candidate);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_CANDIDATE_VIEW_H_
