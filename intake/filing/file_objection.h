// The use case: an objection inside the window becomes a row, and the row a receipt.
//
// Invariants
//   - A receipt is returned only for a row that is on disk, and every row has its receipt.
//   - One form is one objection: the same FormId gives the same receipt byte for byte, in parallel,
//     after a restart, after the window, whatever else was sent with it.
//   - Nothing here reads a clock; the caller says when the request was complete.
#ifndef INTAKE_FILING_FILE_OBJECTION_H_
#define INTAKE_FILING_FILE_OBJECTION_H_

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/closing_record.h"
#include "generator/notice/error.h"
#include "generator/notice/manifest.h"
#include "generator/notice/policy.h"
#include "intake/filing/objection.h"
#include "intake/filing/receipt.h"
#include "intake/register/register.h"
#include "intake/seal/form_id.h"

namespace gongshi {

// Why an objection that is right in itself is not taken now.
struct NotYetOpen {
  Instant opens_at;
};
struct WindowClosed {
  Instant closed_at;
};
struct NotTaking {
  NoticeState state;  // Suspended, Withdrawn or Closed by the office
};
using Refusal = std::variant<NotYetOpen, WindowClosed, NotTaking>;

// When a form came in. Both are the daemon's own clock.
struct Arrival {
  Instant received_at;                    // the complete request
  std::optional<Instant> opened_at = {};  // the page with the form; unknown of a program's
};

// How long after the closing instant a form that was opened before it may come in, where the
// campaign keeps such forms: nobody who writes is hurried (FORMS 7: twenty hours).
inline constexpr std::chrono::hours kLateFormAge{20};

// Nothing when `notice` takes the objection. What the office decided goes before what the clock
// says. After the closing instant only a form that was opened before it is taken, if the campaign's
// late_policy is mark_late.
std::optional<Refusal> refusal(const ManifestNotice& notice, const Arrival& arrival);

using FilingOutcome = std::variant<Receipt, Refusal, Error>;

// The receipt of the objection that was filed with this form, if one was and it was not erased.
Result<std::optional<Receipt>> find_receipt(const Register& reg, const FormId& form);

// Files online. The register is asked before the window is: who has filed gets the receipt again.
// Error when the register fails; then nothing is stored, and the same form may be sent again.
// An objection that is taken after the closing instant says so in its record. `evidence` are files
// of reg.evidence() that are stored and not yet filed; those of the first call count, as its text
// does.
FilingOutcome file_objection(Register& reg, const ManifestNotice& notice, const FormId& form,
                             const Objection& objection, const Arrival& arrival,
                             std::vector<EvidenceFile> evidence = {});

// Registers what came by letter, phone, fax, e-mail or in person, at the time it really came in.
// The window is not asked: the office decides what becomes of a late letter, and must have it on
// record either way. `medium` is not Online; `entry` says who typed it in; `evidence` as above.
Result<Receipt> register_offline(Register& reg, const FormId& form, const Objection& objection,
                                 Medium medium, Instant received_at, const Entry& entry,
                                 std::vector<EvidenceFile> evidence = {});

}  // namespace gongshi

#endif  // INTAKE_FILING_FILE_OBJECTION_H_
