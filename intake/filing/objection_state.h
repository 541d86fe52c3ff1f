// Where an objection stands in the office's hands, and which step may follow: the life cycle of
// DOMAIN 2.3, as a pure function over the events in the register.
//
//   待处理 ──decided──▶ 已作结论待答复 ──replied──▶ 已办结
//      └──decided, and nobody to answer──────────────▶ 已办结
//
// An objection is concluded (办结) when it is decided and, if a name stands on it, replied to. One
// without a name has nobody to whom a reply is owed; nor has one that its objector withdrew.
// What the objector adds before that changes nothing of how it stands; withdrawing is a decision.
// Deciding happens once. A reply may follow any decision and may be added to, also after the end:
// an anonymous objector reads it at /status, and a slip of the pen is mended by a further reply,
// never by changing the first.
#ifndef INTAKE_FILING_OBJECTION_STATE_H_
#define INTAKE_FILING_OBJECTION_STATE_H_

#include <span>
#include <string_view>

#include "generator/notice/error.h"
#include "intake/register/register.h"

namespace gongshi {

enum class ObjectionState { Open, AwaitingReply, Concluded };

std::string_view to_text(ObjectionState state);  // open | awaiting_reply | concluded
std::string_view chinese(ObjectionState state);  // 待处理, 已作结论待答复, 已办结

// Whether somebody put a name or a unit on it.
enum class Signature { Anonymous, Named };

// The state after `event`. Conflict, with a sentence that says what to do instead, when the event
// may not follow; Invalid for a decision without an outcome.
Result<ObjectionState> state_after(ObjectionState state, Signature signature,
                                   const ObjectionEvent& event);

// The state after a whole history, oldest first. Corrupt when one of its steps may not follow the
// one before: then the register was not written by this program.
Result<ObjectionState> state_of(Signature signature, std::span<const ObjectionEvent> history);

}  // namespace gongshi

#endif  // INTAKE_FILING_OBJECTION_STATE_H_
