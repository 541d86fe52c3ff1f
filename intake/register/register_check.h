// What of a register can be computed again, computed again and compared: the part of
// `gongshi-intake check` that is about the database.
//
//   - SQLite's own structure: every page, every index against its table, every reference.
//   - The tables, indexes and triggers are those that init makes: nothing that guards is missing.
//   - The log: every leaf is one of ours, every tree node follows from the leaves, every head is
//     byte for byte what the log's key signs over the leaves before it.
//   - The rows: every `filed`, `decided`, `closed` and `erased` leaf belongs to exactly one row,
//     says its date and outcome, and commits to what stands there, unless that is sealed or erased:
//     what is sealed opens with a key that is not here.
//   - Everything else has a digest in its row (row_digest.h), what is sealed and the wrapped keys
//     included.
//
// So no value in any table can change by a turned bit without being found. Who writes to the
// database on purpose can compute digests again, but neither leaves nor what they commit to.
#ifndef INTAKE_REGISTER_REGISTER_CHECK_H_
#define INTAKE_REGISTER_REGISTER_CHECK_H_

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "generator/notice/error.h"

namespace gongshi {

// Of one kind so many are listed; a damaged disk would fill the screen.
inline constexpr int kProblemsListedMax = 20;

struct RegisterCheck {
  std::uint64_t objections = 0;
  std::uint64_t leaves = 0;
  std::uint64_t heads = 0;
  std::vector<std::string> problems;  // English sentences; none: it is whole
};

// Reads all of the database in `folder`, beside others that use it, with three threads and as many
// more as there are processors to sign with. Holds one row and every leaf, about 200 bytes each.
// What SQLite cannot read at all, what is no register of this version, and a folder without log.key
// are errors.
Result<RegisterCheck> check_database(const std::filesystem::path& folder);

}  // namespace gongshi

#endif  // INTAKE_REGISTER_REGISTER_CHECK_H_
