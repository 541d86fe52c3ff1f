// Checks the closing record (办结记录, closing.toml) that stands beside a result: that its numbers
// add up, that it lists an objector's own receipt, and that the public log says the same.
#ifndef INTAKE_VERIFY_CLOSING_CHECK_H_
#define INTAKE_VERIFY_CLOSING_CHECK_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "intake/log/note_key.h"
#include "intake/verify/replayed_log.h"
#include "intake/verify/verdict.h"

namespace gongshi {

struct ClosingEvidence {
  std::optional<std::uint64_t> own_index;  // of a receipt that holds
  const ReplayedLog* log = nullptr;        // outlives the call; null when it was not fetched
};

// `toml` is the file's exact bytes: the log commits to them. Does not hold when the counts do not
// add up, when the record's checkpoint is not the log's, when the own index is not listed, or when
// the log has no `closed` leaf for these bytes, another head at that size, a listed index that no
// objection has, or other outcomes than the record counts.
Verdict check_closing(std::string_view toml, const NoteVerifier& log,
                      const ClosingEvidence& evidence);

}  // namespace gongshi

#endif  // INTAKE_VERIFY_CLOSING_CHECK_H_
