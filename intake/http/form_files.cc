#include "intake/http/form_files.h"

#include <fmt/format.h>

#include <utility>

#include "intake/filing/attachments.h"
#include "intake/filing/evidence_draft.h"

namespace gongshi {

FormFiles::FormFiles(const Intake& intake, const Request& request)
    : intake_(intake), request_(request) {
  for (const SentFile& file : request.form.files) {
    if (file.stored) ids_.insert(file.stored->id);
  }
}

FormFiles::~FormFiles() {
  for (const std::string& id : ids_) intake_.reg.evidence().remove(id);
}

std::vector<SentFile> FormFiles::attach() {
  for (const SentFile& file : request_.form.files) {
    if (!file.reason.empty()) log("a file was not stored: " + file.reason);
  }
  std::vector<EvidenceFile> draft;
  if (const auto form = FormId::parse(request_.form.value(field::kFormId))) {
    auto found = read_draft(intake_.reg.evidence(), *form);
    may_have_draft_ = !found || !found->empty();
    if (found) {
      draft = *std::move(found);
    } else {
      log("a draft was not read: " + found.error().message);
    }
  }
  Attachments attachments = gongshi::attach(draft, request_.form);
  attached_ = std::move(attachments.attached);
  return std::move(attachments.sent);
}

FormId FormFiles::keep() {
  auto sent = FormId::parse(request_.form.value(field::kFormId));
  FormId form = sent ? *std::move(sent) : intake_.reg.form_issuer().issue(request_.received_at);
  keep_for(form);
  return form;
}

void FormFiles::keep_for(const FormId& form) {
  const auto kept = write_draft(intake_.reg.evidence(), form, attached_);
  if (!kept) {
    log("a draft was not written: " + kept.error().message);
    attached_.clear();
    return;
  }
  for (const EvidenceFile& file : attached_) ids_.erase(file.id);
}

void FormFiles::filed(const FormId& form) {
  if (may_have_draft_) intake_.reg.evidence().remove_draft(form.digest());
}

void FormFiles::log(const std::string& what) const {
  intake_.log(Severity::Error, fmt::format("request={} {}", request_.id, what));
}

}  // namespace gongshi
