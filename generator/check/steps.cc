#include "generator/check/steps.h"

#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>

#include "generator/check/rules.h"

namespace gongshi {
namespace {

// What the notices of a step say about it.
struct Progress {
  const Notice* open = nullptr;  // the first that is not closed, nor withdrawn
  bool has_closed = false;
};

using StepKey = std::pair<CampaignId, StepId>;

std::map<StepKey, Progress> progress_of(const Content& content) {
  std::map<StepKey, Progress> steps;
  for (const Notice& notice : content.notices) {
    const NoticeState state = notice.state();
    Progress& progress = steps[{notice.campaign, notice.step}];
    const bool is_open = state == NoticeState::Published || state == NoticeState::Suspended;
    if (is_open && progress.open == nullptr) progress.open = &notice;
    if (state == NoticeState::Closed) progress.has_closed = true;
  }
  return steps;
}

// Why the step is not done; empty when it is.
std::string what_is_missing(const Step& step, const Progress& progress) {
  if (step.held_elsewhere || step.completed) return "";
  if (progress.open != nullptr) {
    return fmt::format("公示“{}”还没有办结记录 closing.toml", progress.open->id.text());
  }
  if (progress.has_closed) return "";
  return "本站没有它的公示，也没有写 completed 或 held_elsewhere";
}

void check_earlier_steps(const Campaign& campaign, const std::map<StepKey, Progress>& progress,
                         const Notice& notice, Diagnostics& problems) {
  for (const Step& step : campaign.steps) {
    if (step.id == notice.step) return;
    if (step.kind != StepKind::Publicity) continue;
    const auto found = progress.find({campaign.id, step.id});
    const std::string missing =
        what_is_missing(step, found == progress.end() ? Progress() : found->second);
    if (missing.empty()) continue;
    report_rule(problems, notice.place_of("step"), "step-not-closed",
                fmt::format("前面的“{}”没有结束：{}；请先办结再发布", step.title, missing));
  }
}

}  // namespace

void check_steps(const Content& content, Diagnostics& problems) {
  const std::map<StepKey, Progress> progress = progress_of(content);
  for (const Notice& notice : content.notices) {
    const Campaign* campaign = content.find(notice.campaign);
    const Step* step = campaign == nullptr ? nullptr : campaign->find(notice.step);
    if (step == nullptr) continue;  // loading has said so
    if (step->kind != StepKind::Publicity) {
      report_rule(problems, notice.place_of("step"), "step-not-publicity",
                  fmt::format("“{}”不是公示步骤；请写 kind = \"publicity\" 的步骤", step->title));
    } else if (step->held_elsewhere) {
      report_rule(problems, notice.place_of("step"), "step-held-elsewhere",
                  fmt::format("“{}”由别处举行（held_elsewhere），本站不发布它的公示", step->title));
    }
    if (!notice.withdrawal) check_earlier_steps(*campaign, progress, notice, problems);
  }
}

}  // namespace gongshi
