// What of a register can be computed again, computed again and compared: the part of
// `gongshi-intake check` that is about the database.
//
//   - SQLite's own structure: every page, every index against its table, every reference.
//   - The tables, indexes and triggers are those that init makes: nothing that guards is missing.
//   - The log: every leaf is one of ours, every tree node follows from the leaves, every head has
//     the root of its leaves and the log's signature.
//   - The rows: every `filed`, `decided`, `closed` and `erased` leaf belongs to exactly one row,
//   says
//     its date and outcome, and commits to what stands there, unless that is sealed or erased: what
//     is sealed opens with a key that is not here.
//
// So no bit of log, closing records, and records and reasons that are not sealed can change without
// being found, nor of what an index holds. What no proof covers and nobody hands out (who typed a
// letter in, the hour of an event) is covered by the structure alone.
#ifndef INTAKE_REGISTER_REGISTER_CHECK_H_
#define INTAKE_REGISTER_REGISTER_CHECK_H_

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "generator/notice/error.h"
#include "intake/log/note_key.h"

namespace gongshi {

// Of one kind so many are listed; a damaged disk would fill the screen.
inline constexpr int kProblemsListedMax = 20;

struct RegisterCheck {
  std::uint64_t objections = 0;
  std::uint64_t leaves = 0;
  std::uint64_t heads = 0;
  std::vector<std::string> problems;  // English sentences; none: it is whole
};

// Reads all of the database in `folder`, beside others that use it; holds one row at a time. What
// SQLite cannot read at all, or what is no register of this version, is an error.
Result<RegisterCheck> check_database(const std::filesystem::path& folder, const NoteVerifier& log);

}  // namespace gongshi

#endif  // INTAKE_REGISTER_REGISTER_CHECK_H_
