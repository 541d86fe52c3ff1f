#include "intake/filing/objector_steps.h"

#include <algorithm>

#include "intake/filing/limits.h"
#include "intake/filing/objection_state.h"

namespace gongshi {
namespace {

constexpr const char* kWithdrawn = "异议人在网上撤回了异议。";

ObjectionState state_of(const Status& status) {
  std::vector<ObjectionEvent> history;
  for (const StatusStep& step : status.steps) {
    history.push_back({.kind = step.kind,
                       .at = step.at,
                       .actor = {},
                       .outcome = step.outcome,
                       .text = step.text});
  }
  const bool named = status.record.objection.identity != Identity::Anonymous;
  // A history that contradicts itself takes no more steps.
  return state_of(named ? Signature::Named : Signature::Anonymous, history)
      .value_or(ObjectionState::Concluded);
}

std::size_t count_supplements(const Status& status) {
  return static_cast<std::size_t>(
      std::ranges::count(status.steps, EventKind::Supplemented, &StatusStep::kind));
}

bool is_newest(const Status& status, std::string_view note) {
  return !status.steps.empty() && status.steps.back().kind == EventKind::Supplemented &&
         status.steps.back().text == note;
}

// A Conflict is somebody else's step that came first.
Result<std::optional<StepRefusal>> append(Register& reg, const Status& status,
                                          const ObjectionEvent& event) {
  const Result<void> appended = reg.append_event(status.receipt.number, status.steps.size(), event);
  if (appended) return std::optional<StepRefusal>();
  if (appended.error().kind == ErrorKind::Conflict) return StepRefusal::Changed;
  return tl::unexpected(appended.error());
}

}  // namespace

std::string_view code_of(StepRefusal refusal) {
  switch (refusal) {
    case StepRefusal::Concluded:
      return "concluded";
    case StepRefusal::Decided:
      return "decided";
    case StepRefusal::TooMany:
      return "too_many";
    case StepRefusal::Changed:
      return "changed";
  }
  return {};
}

bool may_supplement(const Status& status) {
  return state_of(status) != ObjectionState::Concluded &&
         count_supplements(status) < kSupplementCountMax;
}

bool may_withdraw(const Status& status) { return state_of(status) == ObjectionState::Open; }

Result<std::optional<StepRefusal>> supplement(Register& reg, const Status& status,
                                              std::string_view note, Instant at) {
  if (is_newest(status, note)) return std::optional<StepRefusal>();
  if (state_of(status) == ObjectionState::Concluded) return StepRefusal::Concluded;
  if (!may_supplement(status)) return StepRefusal::TooMany;
  return append(reg, status,
                {.kind = EventKind::Supplemented,
                 .at = at,
                 .actor = std::string(kObjectorActor),
                 .outcome = {},
                 .text = std::string(note)});
}

Result<std::optional<StepRefusal>> withdraw(Register& reg, const Status& status, Instant at) {
  if (status.outcome() == Outcome::Withdrawn) return std::optional<StepRefusal>();
  if (status.outcome()) return StepRefusal::Decided;
  if (!may_withdraw(status)) return StepRefusal::Concluded;
  return append(reg, status,
                {.kind = EventKind::Decided,
                 .at = at,
                 .actor = std::string(kObjectorActor),
                 .outcome = Outcome::Withdrawn,
                 .text = kWithdrawn});
}

}  // namespace gongshi
