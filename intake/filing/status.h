// What an objector is told about their objection, for its number and code.
#ifndef INTAKE_FILING_STATUS_H_
#define INTAKE_FILING_STATUS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/closing_record.h"
#include "generator/notice/error.h"
#include "intake/filing/receipt.h"
#include "intake/filing/record.h"
#include "intake/register/register.h"
#include "intake/seal/receipt_code.h"

namespace gongshi {

// Something that was done, without who did it: Supplemented is the objector's own, and the only
// one with a form and files.
struct StatusStep {
  EventKind kind = EventKind::Decided;
  Instant at;
  std::optional<Outcome> outcome;  // of Decided
  std::string text;                // the reason of a decision, the words of a reply or note
  std::optional<Sha256> form_digest = {};
  std::vector<EvidenceFile> evidence = {};
};

struct Status {
  Receipt receipt;  // the same as at filing, byte for byte
  Record record;    // what the receipt's record says
  std::vector<StatusStep> steps;
  std::vector<EvidenceFile> evidence;  // filed with it, in the order of record.evidence

  // What was written was erased: then the receipt has no record, opening and proof any more, and
  // record, steps and evidence are empty.
  std::optional<Erasure> erased = {};

  // What the steps are sealed with, when they are.
  std::optional<DataKey> key = {};

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

// {"status":{"number","notice","candidate","received_at","outcome","steps":[{"kind","at","outcome",
// "text","evidence"}],"evidence":[{"name","type","size","sha256"}],"receipt":{…}}}, with LF at the
// end. An outcome that is not there is null.
std::string to_json(const Status& status);

}  // namespace gongshi

#endif  // INTAKE_FILING_STATUS_H_
