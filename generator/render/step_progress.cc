#include "generator/render/step_progress.h"

#include <algorithm>

namespace gongshi {
namespace {

std::vector<const Notice*> shown_notices(const Campaign& campaign, const Step& step,
                                         const std::vector<Notice>& notices) {
  std::vector<const Notice*> shown;
  for (const Notice& notice : notices) {
    const bool here = notice.campaign == campaign.id && notice.step == step.id;
    if (here && !notice.withdrawal) shown.push_back(&notice);
  }
  std::ranges::stable_sort(shown, {}, &Notice::published_at);
  return shown;
}

// The decree is the decision: a campaign that has one has taken that step.
bool is_over(const Campaign& campaign, const Step& step) {
  return step.completed || (step.kind == StepKind::Decision && !campaign.decree.empty());
}

StepState state_of(const Campaign& campaign, const Step& step,
                   const std::vector<const Notice*>& notices) {
  if (!notices.empty()) return state_by(notices);
  if (is_over(campaign, step)) return StepState::Done;
  return step.held_elsewhere ? StepState::Elsewhere : StepState::Waiting;
}

}  // namespace

StepState state_by(const std::vector<const Notice*>& notices) {
  const auto closed = [](const Notice* notice) { return notice->state() == NoticeState::Closed; };
  return std::ranges::all_of(notices, closed) ? StepState::Done : StepState::Current;
}

std::vector<StepProgress> step_progress(const Campaign& campaign,
                                        const std::vector<Notice>& notices) {
  std::vector<StepProgress> progress;
  for (const Step& step : campaign.steps) {
    auto shown = shown_notices(campaign, step, notices);
    const StepState state = state_of(campaign, step, shown);
    progress.push_back({.step = &step, .state = state, .notices = std::move(shown)});
  }
  return progress;
}

const StepProgress* latest_step(const std::vector<StepProgress>& steps) {
  for (const StepState wanted : {StepState::Current, StepState::Done}) {
    const auto last = std::ranges::find(steps.rbegin(), steps.rend(), wanted, &StepProgress::state);
    if (last != steps.rend()) return &*last;
  }
  return nullptr;
}

std::string_view key_of(StepState state) {
  switch (state) {
    case StepState::Done:
      return "done";
    case StepState::Current:
      return "current";
    case StepState::Waiting:
      return "waiting";
    case StepState::Elsewhere:
      return "elsewhere";
  }
  return "";
}

}  // namespace gongshi
