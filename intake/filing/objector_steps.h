// What objectors may do with their own objection after it was filed: add to it, withdraw it, or ask
// for the one review of what was concluded. All leave a trace in its history that nobody can take
// away (DOMAIN 2.3); the objection stays as it was filed.
#ifndef INTAKE_FILING_OBJECTOR_STEPS_H_
#define INTAKE_FILING_OBJECTOR_STEPS_H_

#include <optional>
#include <string>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "intake/filing/status.h"
#include "intake/filing/supplement.h"
#include "intake/register/register.h"

namespace gongshi {

// Why a step cannot be taken now.
enum class StepRefusal {
  Concluded,  // the office is through with it, or it was withdrawn
  Decided,    // withdraw: there is a decision already, which stays
  TooMany,    // supplement: kSupplementCountMax of them
  Reviewed,   // review: it was reviewed already, is not concluded, or was withdrawn
  Changed,    // the office did something at the same moment: look again
  FormUsed,   // supplement: the form brought another one, which stays; this one needs a fresh form
};

// concluded | decided | too_many | reviewed | changed | form_used
std::string_view code_of(StepRefusal refusal);

// Which steps `status` allows.
bool may_supplement(const Status& status);
bool may_withdraw(const Status& status);
bool may_ask_review(const Status& status);

// Adds to the history. Nothing when it is on disk, files included. One form is one supplement, in
// parallel, after a restart, whatever the office did meanwhile: sent again, with the same note and
// with no file that is not there, it changes nothing. Error when the register fails: then nothing
// is stored.
Result<std::optional<StepRefusal>> add_supplement(Register& reg, const Status& status,
                                                  const Supplement& supplement, Instant at);

// Decides it as withdrawn, with a leaf in the log. Withdrawing what is withdrawn changes nothing.
Result<std::optional<StepRefusal>> withdraw(Register& reg, const Status& status, Instant at);

// Opens the review (复核) for the reason that the objector gives. Asking again with the same words
// while it lasts changes nothing.
Result<std::optional<StepRefusal>> ask_review(Register& reg, const Status& status,
                                              std::string reason, Instant at);

}  // namespace gongshi

#endif  // INTAKE_FILING_OBJECTOR_STEPS_H_
