// Registering what did not come through the website: a letter, a call, a fax, an e-mail, a visit.
// It goes into the same queue with the true time of receipt and gets the same receipt (R17).
//
// When it came in decides whether it is in time, not when it is typed in:
//   - before the notice was published there is nothing to object to, so the time or the notice is
//     wrong: refused;
//   - after the window, a campaign whose late_policy is mark_late takes it; one that refuses late
//     forms still takes a letter when the handler says so (LateEntry::Take), because a refusal is
//     itself a decision with a reason that the objector is told (不予受理, R19), and an office must
//     have on record what it refused. The receipt time shows for ever that it was late;
//   - a suspended or withdrawn notice still takes letters: they are on their way whatever the
//     website says;
//   - a closed one takes none: its record attests the counts. What comes then is a new matter.
#ifndef INTAKE_DESK_REGISTRATION_H_
#define INTAKE_DESK_REGISTRATION_H_

#include <string>

#include "generator/notice/civil_time.h"
#include "generator/notice/closing_record.h"
#include "generator/notice/error.h"
#include "generator/notice/manifest.h"
#include "intake/filing/objection_form.h"
#include "intake/filing/receipt.h"
#include "intake/register/register.h"

namespace gongshi {

enum class LateEntry { Refuse, Take };

struct OfflineObjection {
  // The fields of the form as the clerk typed them in, with a fresh form_id, and the files that
  // came with the letter (evidence_import.h).
  SentForm form;
  Medium medium = Medium::Letter;
  Instant received_at;  // when it reached the office
  Entry entry;          // who types it in, now
  LateEntry late = LateEntry::Refuse;
};

// Invalid, with a clause for every field, for a form that is wrong (an unknown notice among them),
// a blank clerk, a time in the future or before publication; Conflict for one that is late and not
// taken, and for a closed notice; else what the register says. Every file is registered with it, or
// nothing is: a file that is not fine is a clause too. What is not registered is removed again.
Result<Receipt> register_objection(Register& reg, const Manifest& manifest,
                                   const OfflineObjection& letter);

// Whether the receipt's objection came in after the window.
bool is_late(const ManifestNotice& notice, const Receipt& receipt);

// What is handed or sent to the objector.
std::string receipt_slip(const Manifest& manifest, const Receipt& receipt);

}  // namespace gongshi

#endif  // INTAKE_DESK_REGISTRATION_H_
