// Follows a log: what was signed before must still be there, and what was filed must be decided.
#ifndef INTAKE_VERIFY_LOG_CHECK_H_
#define INTAKE_VERIFY_LOG_CHECK_H_

#include <optional>

#include "generator/notice/civil_time.h"
#include "intake/log/checkpoint.h"
#include "intake/verify/replayed_log.h"
#include "intake/verify/verdict.h"

namespace gongshi {

// How long an objection may wait for a decision.
struct Patience {
  int days = 0;
  Date today;
};

// At most so many late objections are listed one by one; the rest are counted.
inline constexpr std::size_t kLateListedMax = 50;

// Whether the log begins with the head that it showed before; also when it showed none.
bool continues(const ReplayedLog& log, const std::optional<Checkpoint>& last_seen);

// `last_seen` is the head that the same log showed before. Does not hold when that head is not a
// beginning of this one, when a leaf speaks of an objection that was never filed, and, with
// `patience`, when an objection has had no `decided` and no `erased` leaf for longer than that.
Verdict check_log(const ReplayedLog& log, const std::optional<Checkpoint>& last_seen,
                  const std::optional<Patience>& patience);

}  // namespace gongshi

#endif  // INTAKE_VERIFY_LOG_CHECK_H_
