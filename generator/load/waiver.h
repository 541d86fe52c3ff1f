// A warning that somebody answered for: [[waiver]] in campaign.toml or notice.md.
#ifndef GENERATOR_LOAD_WAIVER_H_
#define GENERATOR_LOAD_WAIVER_H_

#include <optional>
#include <string>

#include "generator/notice/civil_time.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/identifier.h"

namespace gongshi {

// Silences the warnings of `code` in the folder it stands in: a campaign's, or one notice's. An
// error cannot be waived.
struct Waiver {
  std::string code;
  std::string reason;
  std::string by;
  std::optional<Date> on;
  std::optional<CandidateId> candidate;  // only warnings about this one
  Place place;                           // of the code
};

}  // namespace gongshi

#endif  // GENERATOR_LOAD_WAIVER_H_
