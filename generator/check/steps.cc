#include "generator/check/steps.h"

#include <fmt/format.h>

#include "generator/check/rules.h"

namespace gongshi {
namespace {

// The first notice of the step that is still open; null when there is none.
const Notice* open_notice(const Content& content, const Campaign& campaign, const Step& step) {
  for (const Notice& notice : content.notices) {
    if (notice.campaign != campaign.id || notice.step != step.id) continue;
    const NoticeState state = notice.state();
    if (state == NoticeState::Published || state == NoticeState::Suspended) return &notice;
  }
  return nullptr;
}

bool has_closed_notice(const Content& content, const Campaign& campaign, const Step& step) {
  for (const Notice& notice : content.notices) {
    const bool is_of_step = notice.campaign == campaign.id && notice.step == step.id;
    if (is_of_step && notice.state() == NoticeState::Closed) return true;
  }
  return false;
}

// Why the step is not done; empty when it is.
std::string what_is_missing(const Content& content, const Campaign& campaign, const Step& step) {
  if (step.held_elsewhere || step.completed) return "";
  if (const Notice* open = open_notice(content, campaign, step)) {
    return fmt::format("公示“{}”还没有办结记录 closing.toml", open->id.text());
  }
  if (has_closed_notice(content, campaign, step)) return "";
  return "本站没有它的公示，也没有写 completed 或 held_elsewhere";
}

void check_earlier_steps(const Content& content, const Campaign& campaign, const Notice& notice,
                         Diagnostics& problems) {
  for (const Step& step : campaign.steps) {
    if (step.id == notice.step) return;
    if (step.kind != StepKind::Publicity) continue;
    const std::string missing = what_is_missing(content, campaign, step);
    if (missing.empty()) continue;
    report_rule(problems, notice.place_of("step"), "step-not-closed",
                fmt::format("前面的“{}”没有结束：{}；请先办结再发布", step.title, missing));
  }
}

}  // namespace

void check_steps(const Content& content, Diagnostics& problems) {
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
    if (!notice.withdrawal) check_earlier_steps(content, *campaign, notice, problems);
  }
}

}  // namespace gongshi
