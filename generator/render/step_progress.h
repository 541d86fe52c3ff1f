// How far a campaign has come, step by step, by what its content says and never by the clock: the
// page that shows it stays true for years.
#ifndef GENERATOR_RENDER_STEP_PROGRESS_H_
#define GENERATOR_RENDER_STEP_PROGRESS_H_

#include <string_view>
#include <vector>

#include "generator/load/content.h"

namespace gongshi {

enum class StepState {
  Done,       // each of its notices is closed, or somebody recorded the day on which it was over
  Current,    // it has a notice that is not closed: to come, open, over or suspended
  Waiting,    // nothing is known of it
  Elsewhere,  // another office runs it, and has not said that it is over
};

struct StepProgress {
  const Step* step = nullptr;
  StepState state = StepState::Waiting;
  std::vector<const Notice*> notices;  // those not withdrawn, oldest first
};

// One for each step, in their order. `notices` may be of any campaign; those of others and those
// withdrawn are passed over.
std::vector<StepProgress> step_progress(const Campaign& campaign,
                                        const std::vector<Notice>& notices);

// Current, or Done when each is closed. Requires at least one.
StepState state_by(const std::vector<const Notice*>& notices);

// The step that the campaign is at: the last one under way, else the last that is done. Null before
// the first.
const StepProgress* latest_step(const std::vector<StepProgress>& steps);

// "done": the name in templates, style sheet and messages ("step.done").
std::string_view key_of(StepState state);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_STEP_PROGRESS_H_
