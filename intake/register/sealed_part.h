// What is sealed of an objection, in parts: what was filed, and what each step says. Inside
// register/ only.
#ifndef INTAKE_REGISTER_SEALED_PART_H_
#define INTAKE_REGISTER_SEALED_PART_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/digest.h"
#include "generator/notice/error.h"
#include "intake/register/evidence_files.h"
#include "intake/seal/data_key.h"

namespace gongshi {

struct ObjectionPart {
  std::string text;  // the record; the reason of a decision, the words of a reply or note
  std::optional<Sha256> opening;  // of the commitment to the text, when the log has one
  std::vector<EvidenceFile> evidence = {};

  bool operator==(const ObjectionPart&) const = default;
};

// `number` is the part's place: 0 was filed, n is the n-th step after it. It opens nowhere else.
std::string seal_part(const DataKey& key, std::uint64_t number, const ObjectionPart& part);

// Corrupt for anything that seal_part() did not make with this key and number.
Result<ObjectionPart> open_part(const DataKey& key, std::uint64_t number, std::string_view sealed);

}  // namespace gongshi

#endif  // INTAKE_REGISTER_SEALED_PART_H_
