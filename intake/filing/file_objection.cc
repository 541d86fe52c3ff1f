#include "intake/filing/file_objection.h"

#include <cassert>
#include <utility>

#include "intake/filing/record.h"
#include "intake/seal/receipt_code.h"

namespace gongshi {
namespace {

// The row is durable when this returns. When the form was used before, the row is the first one,
// whatever `record` says now.
Result<Receipt> store(Register& reg, const FormId& form, const Record& record,
                      const std::optional<Entry>& entry, std::vector<EvidenceFile> evidence) {
  const ReceiptCode code = ReceiptCode::derive(form);
  NewObjection row{.form_digest = form.digest(),
                   .code_digest = code.digest(),
                   .code_key = code.wrapping_key(),
                   .notice = record.objection.notice,
                   .candidate = record.objection.candidate,
                   .medium = record.medium,
                   .named = record.objection.identity != Identity::Anonymous,
                   .received_at = record.received_at,
                   .record = write_record(record),
                   .opening = form.opening(),
                   .entry = entry,
                   .evidence = std::move(evidence)};
  return reg.append(std::move(row)).and_then([&](RegisteredObjection stored) {
    return make_receipt(reg, std::move(stored), code);
  });
}

bool is_late(const ManifestNotice& notice, const Arrival& arrival) {
  return notice.closes_at <= arrival.received_at;
}

bool is_kept_though_late(const ManifestNotice& notice, const Arrival& arrival) {
  return notice.late_policy == LatePolicy::MarkLate && arrival.opened_at &&
         notice.published_at <= *arrival.opened_at && *arrival.opened_at < notice.closes_at &&
         arrival.received_at.utc < notice.closes_at.utc + kLateFormAge;
}

}  // namespace

std::optional<Refusal> refusal(const ManifestNotice& notice, const Arrival& arrival) {
  if (notice.state != NoticeState::Published) return NotTaking{notice.state};
  if (arrival.received_at < notice.published_at) return NotYetOpen{notice.published_at};
  if (is_late(notice, arrival) && !is_kept_though_late(notice, arrival)) {
    return WindowClosed{notice.closes_at};
  }
  return std::nullopt;
}

Result<std::optional<Receipt>> find_receipt(const Register& reg, const FormId& form) {
  const auto found = reg.find_by_form(form.digest());
  if (!found) return tl::unexpected(found.error());
  const std::optional<RegisteredObjection>& stored = *found;
  if (!stored || stored->erased) return std::optional<Receipt>();
  return make_receipt(reg, *stored, ReceiptCode::derive(form)).map([](Receipt receipt) {
    return std::optional(std::move(receipt));
  });
}

FilingOutcome file_objection(Register& reg, const ManifestNotice& notice, const FormId& form,
                             const Objection& objection, const Arrival& arrival,
                             std::vector<EvidenceFile> evidence) {
  assert(objection.notice == notice.id);
  if (const auto refused = refusal(notice, arrival)) {
    auto earlier = find_receipt(reg, form);
    if (!earlier) return earlier.error();
    if (std::optional<Receipt>& receipt = *earlier; receipt) return std::move(*receipt);
    return *refused;
  }
  const Record record{.objection = objection,
                      .medium = Medium::Online,
                      .received_at = arrival.received_at,
                      .late = is_late(notice, arrival),
                      .evidence = describe_evidence(evidence)};
  auto receipt = store(reg, form, record, std::nullopt, std::move(evidence));
  if (!receipt) return receipt.error();
  return std::move(*receipt);
}

Result<Receipt> register_offline(Register& reg, const FormId& form, const Objection& objection,
                                 Medium medium, Instant received_at, const Entry& entry,
                                 std::vector<EvidenceFile> evidence) {
  assert(medium != Medium::Online);
  const Record record{.objection = objection,
                      .medium = medium,
                      .received_at = received_at,
                      .evidence = describe_evidence(evidence)};
  return store(reg, form, record, entry, std::move(evidence));
}

}  // namespace gongshi
