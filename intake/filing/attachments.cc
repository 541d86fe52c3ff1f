#include "intake/filing/attachments.h"

#include <algorithm>

#include "intake/filing/limits.h"

namespace gongshi {
namespace {

bool is_taken_out(const EvidenceFile& file, const SentForm& sent) {
  const auto [first, last] = sent.fields.equal_range(field::kRemoveEvidence);
  return std::any_of(first, last, [&](const auto& entry) { return entry.second == file.id; });
}

}  // namespace

Attachments attach(const std::vector<EvidenceFile>& draft, const SentForm& sent) {
  Attachments result{.attached = {}, .sent = sent.files};
  for (const EvidenceFile& file : draft) {
    if (!is_taken_out(file, sent)) result.attached.push_back(file);
  }
  for (SentFile& file : result.sent) {
    if (!file.stored) continue;
    const bool is_known = std::ranges::find(result.attached, file.stored->sha256,
                                            &EvidenceFile::sha256) != result.attached.end();
    if (is_known) continue;
    if (result.attached.size() == kEvidenceCountMax) {
      file.stored = tl::unexpected(EvidenceFault::TooMany);
    } else {
      result.attached.push_back(*file.stored);
    }
  }
  return result;
}

}  // namespace gongshi
