#include "intake/command/check_evidence.h"

#include <fmt/format.h>

#include <cstdint>

#include "generator/notice/digest.h"
#include "intake/seal/sha256_stream.h"

namespace gongshi {
namespace {

Result<void> check_file(const Register& reg, const EvidenceFile& file) {
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

void check_files(const Register& reg, const std::string& number,
                 const std::vector<EvidenceFile>& files, std::size_t& place,
                 CheckedEvidence& checked) {
  for (const EvidenceFile& file : files) {
    ++place;
    ++checked.files;
    const Result<void> whole = check_file(reg, file);
    if (whole) continue;
    checked.problems.push_back(
        fmt::format("objection {}, file {}: {}", number, place, whole.error().message));
  }
}

Result<void> check_sealed_files(const Register& reg, CheckedEvidence& checked) {
  const auto names = reg.sealed_evidence();
  if (!names) return tl::unexpected(names.error());
  checked.files += names->size();
  checked.sealed = names->size();
  for (const std::string& name : *names) {
    if (reg.evidence().contains(name)) continue;
    checked.problems.push_back(
        fmt::format("the sealed file evidence/{} is missing: restore the data folder whole", name));
  }
  return {};
}

}  // namespace

Result<CheckedEvidence> check_evidence(const Register& reg) {
  const auto objections = reg.list({});
  if (!objections) return tl::unexpected(objections.error());
  CheckedEvidence checked;
  for (const RegisteredObjection& objection : *objections) {
    std::size_t place = 0;
    check_files(reg, objection.number, objection.filed.evidence, place, checked);
    const auto events = reg.events(objection.number);
    if (!events) return tl::unexpected(events.error());
    for (const ObjectionEvent& event : *events) {
      check_files(reg, objection.number, event.evidence, place, checked);
    }
  }
  if (const auto sealed = check_sealed_files(reg, checked); !sealed) {
    return tl::unexpected(sealed.error());
  }
  return checked;
}

}  // namespace gongshi
