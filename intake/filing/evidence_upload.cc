#include "intake/filing/evidence_upload.h"

#include <utility>

#include "intake/filing/limits.h"

namespace gongshi {

EvidenceUpload::EvidenceUpload(EvidenceFiles& files, std::string sent_name)
    : files_(files), sent_name_(std::move(sent_name)) {}

bool EvidenceUpload::begin() {
  if (writer_) return true;
  Result<EvidenceWriter> writer = files_.create();
  if (!writer) {
    fail(writer.error());
    return false;
  }
  writer_ = *std::move(writer);
  return true;
}

void EvidenceUpload::fail(const Error& reason) {
  reason_ = reason.message;
  writer_.reset();
}

void EvidenceUpload::add(std::string_view bytes) {
  inspector_.add(bytes);
  if (inspector_.size() > kEvidenceBytesMax) writer_.reset();
  if (bytes.empty() || inspector_.size() > kEvidenceBytesMax || !reason_.empty()) return;
  if (!begin()) return;
  digest_.add(bytes);
  if (const Result<void> written = writer_->write(bytes); !written) fail(written.error());
}

SentFile EvidenceUpload::finish() {
  const auto type = inspector_.judge();
  if (!type) return not_stored(type.error());
  if (writer_) {
    if (const Result<void> written = writer_->finish(); !written) fail(written.error());
  }
  if (!writer_) return not_stored(EvidenceFault::NotStored);
  EvidenceFile file{.id = writer_->id(),
                    .key = writer_->key(),
                    .name = evidence_name(sent_name_, *type),
                    .type = std::string(to_text(*type)),
                    .size = inspector_.size(),
                    .sha256 = digest_.digest()};
  std::string name = file.name;
  return {.name = std::move(name), .stored = std::move(file)};
}

SentFile EvidenceUpload::not_stored(EvidenceFault fault) {
  writer_.reset();
  return {.name = printable_name(sent_name_),
          .stored = tl::unexpected(fault),
          .reason = std::move(reason_)};
}

}  // namespace gongshi
