// What the office does with one objection: decide, then reply. Each step is an appended event that
// stays (DOMAIN I12); a decision is also a leaf of the public log.
#ifndef INTAKE_DESK_HANDLING_H_
#define INTAKE_DESK_HANDLING_H_

#include <string>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "generator/notice/closing_record.h"
#include "generator/notice/error.h"
#include "intake/filing/objection_state.h"
#include "intake/register/register.h"

namespace gongshi {

struct Decision {
  Outcome outcome = Outcome::Unfounded;
  std::string reason;  // always; a refusal to accept above all (R19)
  std::string by;
  Instant at;
};

struct Reply {
  std::string text;
  std::string by;
  Instant at;
};

// Both return the state they led to. Invalid for a blank or overlong text, a blank actor, or text
// that is not UTF-8; NotFound for an unknown number; Conflict for a step that may not follow, also
// when another desk was quicker; else what the register says. The sentence names the number.
Result<ObjectionState> decide(Register& reg, std::string_view number, const Decision& decision);
Result<ObjectionState> reply(Register& reg, std::string_view number, const Reply& reply);

}  // namespace gongshi

#endif  // INTAKE_DESK_HANDLING_H_
