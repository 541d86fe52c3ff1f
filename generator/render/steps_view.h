// The steps of a campaign as the fields that pages/campaign.mustache takes.
#ifndef GENERATOR_RENDER_STEPS_VIEW_H_
#define GENERATOR_RENDER_STEPS_VIEW_H_

#include <string>
#include <vector>

#include "generator/render/site_model.h"
#include "generator/render/step_progress.h"

namespace gongshi {

// [{name, state: key, word, mark: {done, current, waiting, elsewhere}, dates: [text],
//   details: [{label, value}], skipped_by}], in their order; skipped_by may be "".
PageData describe_steps(const SiteModel& site, const std::vector<StepProgress>& steps);

// {done, current, waiting, elsewhere}, one of them true: what partials/step-mark.mustache takes.
PageData describe_mark(StepState state);

// Where the campaign stands, in one sentence that no clock can make untrue.
std::string describe_whereabouts(const SiteModel& site, const Campaign& campaign,
                                 const std::vector<StepProgress>& steps);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_STEPS_VIEW_H_
