#include "intake/command/check_evidence.h"

#include <fmt/format.h>

#include <cstdint>

#include "generator/notice/digest.h"
#include "intake/seal/sha256_stream.h"

namespace gongshi {
namespace {

Result<void> check_file(const Register& reg, const FiledEvidence& filed) {
  const EvidenceFile& file = filed.file;
  Result<void> whole = reg.evidence().check_bytes(file.id);
  if (!whole || filed.is_sealed) return whole;
  Result<EvidenceReader> reader = reg.evidence().read(file);
  if (!reader) return tl::unexpected(reader.error());
  Sha256Stream digest;
  std::uint64_t size = 0;
  while (true) {
    const Result<std::string> piece = reader->read();
    if (!piece) return tl::unexpected(piece.error());
    if (piece->empty()) break;
    digest.add(*piece);
    size += piece->size();
  }
  if (size == file.size && digest.digest() == file.sha256) return {};
  return failure(ErrorKind::Corrupt,
                 fmt::format("it opens, but to other bytes than were recorded (SHA-256 {}, {} "
                             "bytes): restore the data folder whole",
                             hex(file.sha256), file.size));
}

}  // namespace

Result<CheckedEvidence> check_evidence(const Register& reg) {
  const auto files = reg.filed_evidence();
  if (!files) return tl::unexpected(files.error());
  CheckedEvidence checked;
  checked.files = files->size();
  for (const FiledEvidence& filed : *files) {
    if (filed.is_sealed) ++checked.sealed;
    const Result<void> whole = check_file(reg, filed);
    if (whole) continue;
    checked.problems.push_back(
        fmt::format("objection {}, file {}: {}", filed.number, filed.place, whole.error().message));
  }
  return checked;
}

}  // namespace gongshi
