// The way of one candidate through the steps of the campaign, by what its content says and never by
// the clock: the page that shows it stays true for years.
#ifndef GENERATOR_RENDER_CANDIDATE_TRAIL_H_
#define GENERATOR_RENDER_CANDIDATE_TRAIL_H_

#include <vector>

#include "generator/render/site_model.h"
#include "generator/render/step_progress.h"

namespace gongshi {

enum class Passage {
  Listed,    // at least one notice of the step lists the candidate
  Unlisted,  // the step has notices here, and none does
  Skipped,   // who recommends the candidate goes on without the step
  Ended,     // the candidate was removed or cancelled before
  Untold,    // the step has no notice here: its state is all there is to say
};

struct TrailStep {
  const Step* step = nullptr;
  StepState state = StepState::Waiting;  // of Listed: by the notices that list the candidate alone
  Passage passage = Passage::Untold;
  std::vector<const Notice*> notices;  // those that list the candidate, oldest first
};

// One for each step of the campaign, in their order. `steps` are what step_progress() gives.
std::vector<TrailStep> candidate_trail(const Campaign& campaign, const Candidate& candidate,
                                       const std::vector<StepProgress>& steps);

// What the closing record says of the candidate; null while there is none, or it says nothing.
const CandidateResult* result_of(const Notice& notice, const Candidate& candidate);

// The trail as pages/candidate.mustache takes it: [{name, state, mark, word, date, appearances}],
// state being a key and date "" or the day on which a step without notices was over; appearances:
// [what describe_notice() gives, with window, badge, outcome, result_url, removed_at,
// objection_url].
PageData describe_trail(const SiteModel& site, const Campaign& campaign, const Candidate& candidate,
                        const std::vector<StepProgress>& steps);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_CANDIDATE_TRAIL_H_
