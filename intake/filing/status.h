// What an objector is told about their objection, for its number and code.
#ifndef INTAKE_FILING_STATUS_H_
#define INTAKE_FILING_STATUS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/closing_record.h"
#include "generator/notice/error.h"
#include "intake/filing/objection_state.h"
#include "intake/filing/receipt.h"
#include "intake/filing/record.h"
#include "intake/register/register.h"
#include "intake/seal/receipt_code.h"

namespace gongshi {

// Something that was done, as its objector is told of it: without who did it, and without what the
// office wrote for itself. Supplemented is the objector's own, and the only one with a form and
// files.
struct StatusStep {
  EventKind kind = EventKind::Decided;
  Instant at;
  std::optional<Outcome> outcome;  // of Decided
  std::string text;                // a reason, a reply, a note; of Transferred: to whom
  std::optional<Sha256> form_digest = {};
  std::vector<EvidenceFile> evidence = {};
  std::optional<RefusalReason> refusal = {};  // of Decided with NotAccepted
  std::optional<Measure> measure = {};        // of Disposed
  std::optional<Date> due = {};               // of Asked: the last day
};

struct Status {
  Receipt receipt;                     // the same as at filing, byte for byte
  Record record;                       // what the receipt's record says
  std::vector<StatusStep> steps;       // what the office keeps to itself is not among them
  std::vector<EvidenceFile> evidence;  // filed with it, in the order of record.evidence

  // What was written was erased: then the receipt has no record, opening and proof any more, and
  // record, steps and evidence are empty.
  std::optional<Erasure> erased = {};

  // What the steps are sealed with, when they are.
  std::optional<DataKey> key = {};

  // How it stands after the whole history. One that contradicts itself is concluded.
  ObjectionStanding standing = {};
  // The length of the whole history: what append_event() wants to know.
  std::size_t events_seen = 0;

  // The outcome of the newest decision, if there is one.
  std::optional<Outcome> outcome() const;

  // Every file: those of `evidence`, then those of the steps. Each keeps its place in it for ever.
  std::vector<EvidenceFile> files() const;
};

// Nothing when no objection has that number or when the code is another one's: the two cases
// answer alike, and the code is compared in constant time, so that nobody learns which numbers
// exist. `number` is as people type it.
Result<std::optional<Status>> look_up_status(const Register& reg, std::string_view number,
                                             const ReceiptCode& code);

// {"status":{"number","notice","candidate","received_at","state","outcome","steps":[{"kind","at",
// "outcome","refusal","measure","due","text","evidence"}],"evidence":[{"name","type","size",
// "sha256"}],"receipt":{…}}}, with LF at the end. What is not there is null.
std::string to_json(const Status& status);

}  // namespace gongshi

#endif  // INTAKE_FILING_STATUS_H_
