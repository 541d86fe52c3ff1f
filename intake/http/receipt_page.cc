#include "intake/http/receipt_page.h"

#include <string>

#include "intake/http/objection_form_page.h"

namespace gongshi {
namespace {

// A notice can leave the manifest, a candidate the notice; the receipt stays.
std::string label_of_candidate(const PageFrame& frame, const ManifestNotice* notice,
                               const CandidateId& id) {
  const auto* candidate = notice == nullptr || id.empty() ? nullptr : notice->find(id);
  return candidate == nullptr && !id.empty() ? id.text() : label_for(frame.templates, candidate);
}

}  // namespace

Json describe_receipt(const PageFrame& frame, const Receipt& receipt) {
  const auto* notice = frame.manifest.find(receipt.notice);
  return {{"number", receipt.number},
          {"code", receipt.code},
          {"received", chinese_instant(receipt.received_at)},
          {"received_at", to_text(receipt.received_at)},
          {"notice",
           {{"title", notice == nullptr ? receipt.notice.text() : notice->title},
            {"url", notice == nullptr ? std::string() : notice->url}}},
          {"candidate", label_of_candidate(frame, notice, receipt.candidate)},
          {"record", receipt.record},
          {"opening", receipt.opening},
          {"proof", receipt.proof}};
}

Answer make_receipt_page(const PageFrame& frame, const Receipt& receipt) {
  return make_page(frame, 201, "receipt", frame.templates.message("receipt.title"),
                   {{"receipt", describe_receipt(frame, receipt)}});
}

}  // namespace gongshi
