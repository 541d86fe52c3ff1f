// What an office decides about a notice that is already public (DOMAIN 2.5), as a change to its
// notice.md. Only lines are added, or the one word of `suspended` changed: what a clerk wrote, its
// order, blanks and comments, stays byte for byte. Pure.
#ifndef GENERATOR_AMEND_AMENDMENT_H_
#define GENERATOR_AMEND_AMENDMENT_H_

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "generator/load/notice.h"
#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "generator/notice/identifier.h"

namespace gongshi {

// [[extension]]
struct Extend {
  Date closes;
  Instant at;
  std::string reason;
};

// [[correction]]; with `closes` also the [[extension]] that a substantive one needs (R23).
struct Correct {
  Instant at;
  CorrectionKind kind = CorrectionKind::Slip;
  std::string what;
  std::vector<CandidateId> candidates = {};  // empty: the notice as a whole
  std::optional<Date> closes = {};
};

// suspended = true, under a comment that says since when and why.
struct Suspend {
  Instant at;
  std::string reason;
};

// [withdrawal]
struct Withdraw {
  Instant at;
  std::string reason;
};

using Amendment = std::variant<Extend, Correct, Suspend, Withdraw>;

struct AmendedNotice {
  std::string text;   // of notice.md
  std::string added;  // the lines that are new in it
};

// `text` is the notice.md that `notice` was loaded from. Conflict, with a Chinese sentence, for a
// notice that is withdrawn, or suspended when it is to be suspended. Invalid for words that are
// blank, not UTF-8, or longer than a line. Whether the result is right is for the checks to say.
Result<AmendedNotice> amend(std::string_view text, const Notice& notice,
                            const Amendment& amendment);

}  // namespace gongshi

#endif  // GENERATOR_AMEND_AMENDMENT_H_
