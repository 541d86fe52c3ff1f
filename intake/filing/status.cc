#include "intake/filing/status.h"

#include "intake/filing/receipt_json.h"
#include "intake/filing/unseal.h"

namespace gongshi {
namespace {

// Its notes, which of its people have an interest, what it tells the other side, and copies.
bool stays_in_office(EventKind kind) {
  return kind == EventKind::Noted || kind == EventKind::Recused || kind == EventKind::Readmitted ||
         kind == EventKind::Paraphrased || kind == EventKind::Redacted;
}

// Who investigates, and what for, stays in the office too; so does what others objected.
bool has_words_for_objector(EventKind kind) {
  return kind != EventKind::InvestigationOpened && kind != EventKind::Joined &&
         kind != EventKind::Separated;
}

StatusStep tell(const ObjectionEvent& event) {
  return {.kind = event.kind,
          .at = event.at,
          .outcome = event.outcome,
          .text = has_words_for_objector(event.kind) ? event.text : "",
          .form_digest = event.form_digest,
          .evidence = event.evidence,
          .refusal = event.refusal,
          .measure = event.measure,
          .due = event.due};
}

void tell_history(const std::vector<ObjectionEvent>& history, Signature signature, Status& status) {
  for (const ObjectionEvent& event : history) {
    if (!stays_in_office(event.kind)) status.steps.push_back(tell(event));
  }
  status.events_seen = history.size();
  status.standing =
      standing_of(signature, history)
          .value_or(ObjectionStanding{.signature = signature, .state = ObjectionState::Concluded});
}

template <class Value>
Json describe(const std::optional<Value>& value) {
  return value ? Json(to_text(*value)) : Json(nullptr);
}

Json describe(const std::vector<RecordedFile>& files) {
  Json list = Json::array();
  for (const RecordedFile& file : files) {
    list.push_back({{"name", file.name},
                    {"type", to_text(file.type)},
                    {"size", file.size},
                    {"sha256", hex(file.sha256)}});
  }
  return list;
}

Status erased_status(const RegisteredObjection& row, const ReceiptCode& code) {
  Status status;
  status.receipt.number = row.number;
  status.receipt.code = code.text();
  status.receipt.received_at = row.filed.received_at;
  status.receipt.notice = row.filed.notice;
  status.receipt.candidate = row.filed.candidate;
  status.erased = row.erased;
  return status;
}

}  // namespace

std::optional<Outcome> Status::outcome() const { return standing.outcome; }

std::vector<EvidenceFile> Status::files() const {
  std::vector<EvidenceFile> all = evidence;
  for (const StatusStep& step : steps) {
    all.insert(all.end(), step.evidence.begin(), step.evidence.end());
  }
  return all;
}

Result<std::optional<Status>> look_up_status(const Register& reg, std::string_view number,
                                             const ReceiptCode& code) {
  const auto found = reg.find_by_number(number);
  if (!found) return tl::unexpected(found.error());
  const std::optional<RegisteredObjection>& stored = *found;
  // A number that nobody has takes the same path to the same comparison.
  const bool matches = code.matches(stored ? stored->filed.code_digest : Sha256{});
  if (!stored || !matches) return std::optional<Status>();
  if (stored->erased) return std::optional(erased_status(*stored, code));
  const auto row = unseal(reg, *stored, code);
  if (!row) return tl::unexpected(row.error());
  auto receipt = make_receipt(reg, *row, code);
  if (!receipt) return tl::unexpected(receipt.error());
  auto record = read_record(receipt->record);
  if (!record) return tl::unexpected(record.error());
  const auto events = reg.events(row->number, row->key);
  if (!events) return tl::unexpected(events.error());
  Status status{.receipt = std::move(*receipt),
                .record = std::move(*record),
                .steps = {},
                .evidence = row->filed.evidence,
                .key = row->key};
  tell_history(*events, row->filed.named ? Signature::Named : Signature::Anonymous, status);
  return std::optional(std::move(status));
}

std::string to_json(const Status& status) {
  Json steps = Json::array();
  for (const StatusStep& step : status.steps) {
    steps.push_back({{"kind", to_text(step.kind)},
                     {"at", to_text(step.at)},
                     {"outcome", describe(step.outcome)},
                     {"refusal", describe(step.refusal)},
                     {"measure", describe(step.measure)},
                     {"due", describe(step.due)},
                     {"text", step.text},
                     {"evidence", describe(describe_evidence(step.evidence))}});
  }
  const Receipt& receipt = status.receipt;
  return Json{{"status",
               {{"number", receipt.number},
                {"notice", receipt.notice.text()},
                {"candidate", receipt.candidate.text()},
                {"received_at", to_text(receipt.received_at)},
                {"state", to_text(status.standing.state)},
                {"outcome", describe(status.outcome())},
                {"steps", steps},
                {"evidence", describe(status.record.evidence)},
                {"receipt", describe(receipt)}}}}
             .dump(-1, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

}  // namespace gongshi
