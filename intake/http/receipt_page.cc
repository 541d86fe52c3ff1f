#include "intake/http/receipt_page.h"

#include <fmt/format.h>

#include <chrono>
#include <string>
#include <string_view>

#include "intake/filing/record.h"
#include "intake/http/evidence_list.h"
#include "intake/http/objection_form_page.h"
#include "site-templates/qr_code.h"

namespace gongshi {
namespace {

// A notice can leave the manifest, a candidate the notice; the receipt stays.
std::string label_of_candidate(const PageFrame& frame, const ManifestNotice* notice,
                               const CandidateId& id) {
  const auto* candidate = notice == nullptr || id.empty() ? nullptr : notice->find(id);
  return candidate == nullptr && !id.empty() ? id.text() : label_for(frame.templates, candidate);
}

// Ceilings of 信访工作条例 22 and 34 (DOMAIN R20), in days on the calendar.
constexpr std::chrono::days kDaysUntilTold{15};
constexpr std::chrono::days kDaysUntilConcluded{60};

std::string status_address(const ManifestSite& site, std::string_view number) {
  const std::string_view slash = site.base_url.ends_with('/') ? "" : "/";
  return fmt::format("{}{}status?number={}", site.base_url, slash, number);
}

// Empty when the site's address is too long to draw: the page says it in letters anyway.
Json describe_qr(const std::string& address) {
  const auto drawn = qr_code(address);
  if (!drawn) return {{"size", 0}, {"path", ""}};
  return {{"size", drawn->size}, {"path", drawn->path}};
}

// The register keeps nothing that it did not write.
bool is_late(const Receipt& receipt) {
  const auto record = read_record(receipt.record);
  return record && record->late;
}

}  // namespace

Json describe_receipt(const PageFrame& frame, const Receipt& receipt) {
  const auto* notice = frame.manifest.find(receipt.notice);
  const auto record = read_record(receipt.record);
  const Json evidence = record ? list_evidence(frame.templates, record->evidence) : Json::array();
  return {{"number", receipt.number},
          {"code", receipt.code},
          {"received", chinese_instant(receipt.received_at)},
          {"received_at", to_text(receipt.received_at)},
          {"is_late", is_late(receipt)},
          {"notice",
           {{"title", notice == nullptr ? receipt.notice.text() : notice->title},
            {"url", notice == nullptr ? std::string() : notice->url}}},
          {"candidate", label_of_candidate(frame, notice, receipt.candidate)},
          {"evidence", evidence},
          {"has_evidence", !evidence.empty()},
          {"record", receipt.record},
          {"opening", receipt.opening},
          {"proof", receipt.proof}};
}

Answer make_receipt_page(const PageFrame& frame, const Receipt& receipt) {
  const Date received = date_of(receipt.received_at);
  const std::string address = status_address(frame.manifest.site, receipt.number);
  return make_page(frame, 201, "receipt", frame.templates.message("receipt.title"),
                   {{"receipt", describe_receipt(frame, receipt)},
                    {"told_by", chinese_date(received + kDaysUntilTold)},
                    {"concluded_by", chinese_date(received + kDaysUntilConcluded)},
                    {"status_address", address},
                    {"qr", describe_qr(address)}});
}

}  // namespace gongshi
