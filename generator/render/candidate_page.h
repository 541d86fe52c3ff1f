// campaigns/<campaign>/candidates/<id>/: one candidate's deeds, and the notices that show them; of
// one who was removed, only that.
#ifndef GENERATOR_RENDER_CANDIDATE_PAGE_H_
#define GENERATOR_RENDER_CANDIDATE_PAGE_H_

#include <string>
#include <vector>

#include "generator/render/site_model.h"
#include "generator/render/step_progress.h"

namespace gongshi {

// `notices` are those that list the candidate and are not withdrawn, oldest first; at least one.
// `steps` are the campaign's (step_progress()): the same for all its candidates.
Result<std::string> render_candidate_page(const SiteModel& site, const Campaign& campaign,
                                          const Candidate& candidate,
                                          const std::vector<const Notice*>& notices,
                                          const std::vector<StepProgress>& steps);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_CANDIDATE_PAGE_H_
