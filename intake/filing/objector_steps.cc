#include "intake/filing/objector_steps.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "intake/filing/limits.h"
#include "intake/filing/objection_state.h"

namespace gongshi {
namespace {

constexpr const char* kWithdrawn = "异议人在网上撤回了异议。";

std::size_t count_supplements(const Status& status) {
  return static_cast<std::size_t>(
      std::ranges::count(status.steps, EventKind::Supplemented, &StatusStep::kind));
}

enum class FormUse { Fresh, SameSupplement, AnotherSupplement };

// A file that the first sending had may be missing from the second: the form held it already then.
template <class Step>
FormUse use_of_form(const std::vector<Step>& history, const Supplement& supplement) {
  const auto earlier = std::ranges::find(history, supplement.form.digest(), &Step::form_digest);
  if (earlier == history.end()) return FormUse::Fresh;
  const bool is_same = earlier->text == supplement.note &&
                       std::ranges::all_of(supplement.evidence, [&](const EvidenceFile& file) {
                         return std::ranges::find(earlier->evidence, file.sha256,
                                                  &EvidenceFile::sha256) != earlier->evidence.end();
                       });
  return is_same ? FormUse::SameSupplement : FormUse::AnotherSupplement;
}

std::optional<StepRefusal> answer_again(FormUse use) {
  if (use == FormUse::SameSupplement) return std::nullopt;
  return StepRefusal::FormUsed;
}

// A Conflict is somebody else's step that came first.
Result<std::optional<StepRefusal>> append(Register& reg, const Status& status,
                                          const ObjectionEvent& event) {
  const Result<void> appended =
      reg.append_event(status.receipt.number, status.events_seen, event, status.key);
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
    case StepRefusal::Reviewed:
      return "reviewed";
    case StepRefusal::Changed:
      return "changed";
    case StepRefusal::FormUsed:
      return "form_used";
  }
  return {};
}

bool may_supplement(const Status& status) {
  return may(status.standing, HandlingStep::Supplement) &&
         count_supplements(status) < kSupplementCountMax;
}

bool may_withdraw(const Status& status) { return may(status.standing, HandlingStep::Withdraw); }

bool may_ask_review(const Status& status) { return may(status.standing, HandlingStep::Review); }

Result<std::optional<StepRefusal>> add_supplement(Register& reg, const Status& status,
                                                  const Supplement& supplement, Instant at) {
  if (const FormUse use = use_of_form(status.steps, supplement); use != FormUse::Fresh) {
    return answer_again(use);
  }
  if (!may(status.standing, HandlingStep::Supplement)) return StepRefusal::Concluded;
  if (!may_supplement(status)) return StepRefusal::TooMany;
  auto appended = append(reg, status,
                         {.kind = EventKind::Supplemented,
                          .at = at,
                          .actor = std::string(kObjectorActor),
                          .outcome = {},
                          .text = supplement.note,
                          .form_digest = supplement.form.digest(),
                          .evidence = supplement.evidence});
  if (!appended || *appended != StepRefusal::Changed) return appended;
  // What came first may have been this same form, sent twice at the same moment.
  const auto history = reg.events(status.receipt.number, status.key);
  if (!history) return tl::unexpected(history.error());
  const FormUse use = use_of_form(*history, supplement);
  return use == FormUse::Fresh ? std::optional(StepRefusal::Changed) : answer_again(use);
}

Result<std::optional<StepRefusal>> withdraw(Register& reg, const Status& status, Instant at) {
  if (status.standing.withdrawn) return std::optional<StepRefusal>();
  if (!may_withdraw(status)) return StepRefusal::Decided;
  return append(reg, status,
                {.kind = EventKind::Decided,
                 .at = at,
                 .actor = std::string(kObjectorActor),
                 .outcome = Outcome::Withdrawn,
                 .text = kWithdrawn});
}

Result<std::optional<StepRefusal>> ask_review(Register& reg, const Status& status,
                                              std::string reason, Instant at) {
  const bool is_same = status.standing.state == ObjectionState::Reviewing &&
                       std::ranges::any_of(status.steps, [&](const StatusStep& step) {
                         return step.kind == EventKind::ReviewOpened && step.text == reason;
                       });
  if (is_same) return std::optional<StepRefusal>();
  if (!may_ask_review(status)) return StepRefusal::Reviewed;
  return append(reg, status,
                {.kind = EventKind::ReviewOpened,
                 .at = at,
                 .actor = std::string(kObjectorActor),
                 .outcome = {},
                 .text = std::move(reason)});
}

}  // namespace gongshi
