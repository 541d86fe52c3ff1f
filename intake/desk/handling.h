// What the office does with one objection: decide, then reply. Each step is an appended event that
// stays (DOMAIN I12); a decision is also a leaf of the public log.
#ifndef INTAKE_DESK_HANDLING_H_
#define INTAKE_DESK_HANDLING_H_

#include <string>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "generator/notice/closing_record.h"
#include "generator/notice/error.h"
#include "intake/desk/key_ring.h"
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

// Both return the state they led to. `keys` are asked for when the objection is sealed, because
// what is written about it is sealed like it. Invalid for a blank or overlong text, a blank actor,
// text that is not UTF-8, or a key that is missing; NotFound for an unknown number; Conflict for a
// step that may not follow, also when another desk was quicker; else what the register says. The
// sentence names the number.
Result<ObjectionState> decide(Register& reg, std::string_view number, const Decision& decision,
                              const KeyRing& keys = {});
Result<ObjectionState> reply(Register& reg, std::string_view number, const Reply& reply,
                             const KeyRing& keys = {});

}  // namespace gongshi

#endif  // INTAKE_DESK_HANDLING_H_
