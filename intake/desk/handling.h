// What the office does with one objection, a function for each step of filing/objection_state.h:
// ask, accept or refuse or transfer, investigate, decide, dispose, reply; and the review. Each step
// is an appended event that stays (DOMAIN I12); a decision, a refusal and a withdrawal are also
// leaves of the public log.
#ifndef INTAKE_DESK_HANDLING_H_
#define INTAKE_DESK_HANDLING_H_

#include <optional>
#include <string>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "generator/notice/closing_record.h"
#include "generator/notice/error.h"
#include "generator/notice/manifest.h"
#include "intake/desk/case_file.h"
#include "intake/desk/key_ring.h"
#include "intake/filing/objection_state.h"
#include "intake/register/register.h"

namespace gongshi {

// Who does it, when, and what they write down. Who reads the text is said at each function.
struct OfficeStep {
  std::string text;
  std::string by;
  Instant at;
};

struct Decision {
  Outcome outcome = Outcome::Unfounded;
  std::string reason;  // always
  std::string by;
  Instant at;
  std::optional<RefusalReason> refusal = {};  // with NotAccepted, always, and with no other (R19)
};

struct Reply {
  std::string text;
  std::string by;
  Instant at;
};

// All return the state they led to. `keys` are asked for when the objection is sealed, because what
// is written about it is sealed like it. Invalid for a blank or overlong text, a blank actor, text
// that is not UTF-8, or a key that is missing; NotFound for an unknown number; Conflict for a step
// that may not follow (objection_state.h has the reasons), also when another desk was quicker; else
// what the register says. The sentence names the number. What is done at an objection that others
// joined is done for them too, as objection_state.h and grouping.h say.
//
// Whoever is recused takes none of them and is the second person of none; the sentence then says
// nothing of how the objection stands. It goes by the names that are given: the commands know no
// others, the pages give those of accounts. Commands that only read take no name; they belong to
// whoever holds the office's key.

// What is missing, for the objector to read, and the last day on which it may come. Invalid for a
// day that is over.
Result<ObjectionState> ask(Register& reg, std::string_view number, const OfficeStep& step, Date due,
                           const KeyRing& keys = {});

// The text is for the objector, and may be blank: that it was accepted says itself.
Result<ObjectionState> accept(Register& reg, std::string_view number, const OfficeStep& step,
                              const KeyRing& keys = {});

// Decides that it is not accepted (不予受理). The text explains the listed reason to the objector,
// who reads both.
Result<ObjectionState> refuse(Register& reg, std::string_view number, RefusalReason reason,
                              const OfficeStep& step, const KeyRing& keys = {});

// The text is the organ to which it goes, on one line, and nothing else: the objector reads it.
Result<ObjectionState> transfer(Register& reg, std::string_view number, const OfficeStep& step,
                                const KeyRing& keys = {});

// By two people, step.by and `second` (DOMAIN 2.3). The text is for the office alone, and may be
// blank.
Result<ObjectionState> investigate(Register& reg, std::string_view number, const OfficeStep& step,
                                   std::string_view second, const KeyRing& keys = {});

// More time to conclude, as deadlines.h says, which `approver` grants (R20). The text is the
// reason, which the objector is told.
Result<ObjectionState> extend(Register& reg, std::string_view number, const OfficeStep& step,
                              std::string_view approver, const KeyRing& keys = {});

// Conflict also when one of those who investigate was recused since: two others register the
// investigation first. The objector reads the reason. With Outcome::NotAccepted it is refuse().
// Invalid when the listed reason is missing then, or is there without.
Result<ObjectionState> decide(Register& reg, std::string_view number, const Decision& decision,
                              const KeyRing& keys = {});

// What becomes of the candidate or the notice. The text is for the objector, and may be blank.
Result<ObjectionState> dispose(Register& reg, std::string_view number, Measure measure,
                               const OfficeStep& step, const KeyRing& keys = {});

Result<ObjectionState> reply(Register& reg, std::string_view number, const Reply& reply,
                             const KeyRing& keys = {});

// Opens the one review, on the office's own motion or for an objector who asked in writing. The
// objector reads the text, which says why.
Result<ObjectionState> review(Register& reg, std::string_view number, const OfficeStep& step,
                              const KeyRing& keys = {});

// Goes on, on the office's own motion, with what its objector withdrew. The objector reads why.
Result<ObjectionState> continue_handling(Register& reg, std::string_view number,
                                         const OfficeStep& step, const KeyRing& keys = {});

// Takes it out of the group that it joined (grouping.h): from then on it is handled on its own. The
// text says why, for the office alone.
Result<ObjectionState> separate(Register& reg, std::string_view number, const OfficeStep& step,
                                const KeyRing& keys = {});

// That the objector took it back, by letter, telephone or in person; the text says how. Conflict
// for an objection that came online: its objector has number and code, and withdraws it with them.
Result<ObjectionState> register_withdrawal(Register& reg, std::string_view number,
                                           const OfficeStep& step, const KeyRing& keys = {});

// Keeps `person` out of it (回避, DOMAIN R21), who may be step.by. The text is the reason, for the
// office alone. Invalid when `person` is the objector.
Result<ObjectionState> recuse(Register& reg, std::string_view number, const OfficeStep& step,
                              std::string_view person, const KeyRing& keys = {});

// Ends that, by anybody but `person`; who may is the caller's to ask. The text is the reason, for
// the office alone.
Result<ObjectionState> readmit(Register& reg, std::string_view number, const OfficeStep& step,
                               std::string_view person, const KeyRing& keys = {});

// The text is for the side that the objection is about, which may state its own until `due`; the
// objector does not see it. Invalid when due is over, or for every reason of paraphrase.h, for
// those too that have joined it; NotFound when `site` does not have the notice; Conflict when
// step.by is recused from one that has joined it, or when another joins meanwhile.
Result<ObjectionState> paraphrase(Register& reg, std::string_view number, const OfficeStep& step,
                                  Date due, const Manifest& site, const KeyRing& keys = {});

// Keeps a redacted copy of what the objector wrote, as with_equal_masks() makes it; the original
// stays as it is. The text is the copy. Invalid for every reason of redaction.h; NotFound when
// `site` does not have the notice; Conflict when the objection was erased, when step.by is recused
// from another of its group, or when that changes meanwhile.
Result<ObjectionState> redact(Register& reg, std::string_view number, const OfficeStep& step,
                              const Manifest& site, const KeyRing& keys = {});

// What the next copy begins with, for `by` to go on with: the newest, while it is a copy of all
// that the objector wrote, else proposed_redaction(). `file` is open. Errors as redact().
Result<std::string> redaction_draft(const Register& reg, const CaseFile& file, std::string_view by,
                                    const Manifest& site, const KeyRing& keys = {});

// For the office alone. Changes nothing of how the objection stands.
Result<ObjectionState> note(Register& reg, std::string_view number, const OfficeStep& step,
                            const KeyRing& keys = {});

}  // namespace gongshi

#endif  // INTAKE_DESK_HANDLING_H_
