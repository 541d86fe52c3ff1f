// Where an objection stands in the office's hands, and which step may follow: the life cycle of
// DOMAIN 2.3, as a pure function over the events in the register.
//
//   待处理 ──ask──▶ 待补正 ──the objector adds──▶ 待处理
//      ├──refuse, with a listed reason──▶ 已作结论待答复 | 已办结
//      ├──transfer──▶ 已转办 ──accept (the answer came, or it was sent back)──▶ 已受理
//      └──accept──▶ 已受理 ──investigate──▶ 核查中 ──decide──▶ 已作结论待答复 ──reply──▶ 已办结
//                                                    └──nobody to answer─────────────────▶ 已办结
//   已办结 ──review, once──▶ 复核中 ──decide──▶ 已作结论待答复 | 已办结
//
// The short way: 待处理 may be decided at once, without accepting and investigating as steps of
// their own. Small offices work so, and a decision says all that the steps before it would.
//
// An objection is concluded (办结) when it is decided and, if a name stands on it, replied to. One
// without a name has nobody to whom a reply is owed; nor has one that its objector withdrew.
// What the objector adds changes how it stands only where the office waits for it.
// Withdrawing is a decision of the objector's, up to the office's own. The office may continue on
// its own motion what was withdrawn, when the facts are concrete.
// Deciding happens once, and once more in a review. What becomes of the candidate (处置) is said
// once for each decision, before the reply or after it; an office that does not say it here says it
// when it closes the notice (desk/closing.h).
// A reply may follow any decision and may be added to, also after the end: an anonymous objector
// reads it at /status, and a slip of the pen is mended by a further reply, never by changing the
// first. A note for the office alone may be written at any time and changes nothing; so may, while
// the office looks into it, a paraphrase (转述) for the side that it is about (desk/paraphrase.h);
// and so may at any time a redacted copy (遮盖副本) for the office itself (desk/redaction.h).
// Recusal (回避; DOMAIN I11, R21; 信访工作条例 28): whoever has an interest in an objection is kept
// out of it, at any time, on their own word or another's. From then on they take no step of it, are
// no second person of one, and are told nothing of how it stands. It changes nothing else: what
// they did before stays. It ends when somebody else says so; nobody readmits themselves.
//
// Several objections of the same fact about the same candidate are handled together (并案): those
// that joined are worked at the one that leads, and what is done there is written to each of them,
// as events that name the leader. Alone, one that joined can only be separated again (分案), noted
// about, and do what is its objector's: add, withdraw, ask for its review. Withdrawing and the
// review take it out. Who may join whom is more than one history says: desk/grouping.h.
// The same as a table that a clerk can read, and the tests execute: tests/spec/objection_steps.txt.
#ifndef INTAKE_FILING_OBJECTION_STATE_H_
#define INTAKE_FILING_OBJECTION_STATE_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "intake/register/objection_event.h"

namespace gongshi {

enum class ObjectionState {
  Open,                // registered, and nothing said about it yet
  AwaitingSupplement,  // the objector was asked for more
  Accepted,
  Transferred,    // to another organ, whose answer is waited for
  Investigating,  // by two people
  AwaitingReply,  // decided
  Concluded,
  Reviewing
};

// open | awaiting_supplement | accepted | transferred | investigating | awaiting_reply | concluded
// | reviewing
std::string_view to_text(ObjectionState state);
// 待处理, 待补正, 已受理, 已转办待回函, 核查中, 已作结论待答复, 已办结, 复核中
std::string_view chinese(ObjectionState state);

// Whether somebody put a name or a unit on it.
enum class Signature { Anonymous, Named };

// Who did it, in the history, when it was the objector, whose name stands in the record alone.
inline constexpr std::string_view kObjectorActor = "异议人";

// What may be done with an objection: one step is one event. Refuse, Decide and Withdraw are the
// three that decide.
enum class HandlingStep {
  Ask,
  Accept,
  Refuse,
  Transfer,
  Investigate,
  Extend,
  Decide,
  Dispose,
  Reply,
  Review,
  Continue,
  Join,
  Separate,
  Withdraw,
  Supplement,
  Recuse,
  Readmit,
  Paraphrase,
  Redact,
  Note
};

// ask | accept | refuse | transfer | investigate | extend | decide | dispose | reply | review |
// continue | join | separate | withdraw | supplement | recuse | readmit | paraphrase | redact |
// note: the words of the commands too, for those that are one
std::string_view to_text(HandlingStep step);
// 要求补正, 受理, 不予受理, 转办, 核查, 延长期限, 作出结论, 处置, 答复, 复核, 依职权继续, 并案,
// 分案, 撤回, 补充, 回避, 解除回避, 转述, 遮盖副本, 内部记录
std::string_view chinese(HandlingStep step);

// What kind of step the event is. Invalid for a decision without an outcome.
Result<HandlingStep> step_of(const ObjectionEvent& event);

// All that the history says about what may come next, and when it must.
struct ObjectionStanding {
  Signature signature = Signature::Anonymous;
  ObjectionState state = ObjectionState::Open;
  std::optional<Outcome> outcome = {};    // of the newest decision
  std::optional<Measure> measure = {};    // that followed it
  std::optional<Date> due = {};           // the last day for what the objector was asked for
  std::optional<Instant> told = {};       // when the objector first learnt what becomes of it
  std::optional<Instant> accepted = {};   // when the time to conclude began
  std::optional<Instant> review = {};     // when the one review was opened
  bool extended = false;                  // the time to conclude
  bool withdrawn = false;                 // by the objector, whatever the office did later
  std::vector<std::string> recused = {};  // who is kept out now, as they were named
  std::string leader = {};                // the number of the one that it joined; empty: none

  bool operator==(const ObjectionStanding&) const = default;
};

// Whether what the office does at an objection is done for those that joined it too. Asking, the
// review, who is recused and what concerns their being together are each one's own.
bool is_shared(HandlingStep step);

// Whether others may join it: it is the office's to decide, and has joined none itself.
bool may_lead(const ObjectionStanding& standing);

// The steps that may follow, in the order of HandlingStep: the office's and the objector's.
std::vector<HandlingStep> steps_from(const ObjectionStanding& standing);
bool may(const ObjectionStanding& standing, HandlingStep step);
// Whether the step may be written to one that joined, because it is done at its leader.
bool may_share(const ObjectionStanding& standing, HandlingStep step);

// Conflict when the person is kept out of the objection: the sentence names the rule and the way
// out, and nothing of how the objection stands. Who is who, generator/notice/person_name.h says.
bool is_recused(const ObjectionStanding& standing, std::string_view person);
Result<void> require_not_recused(const ObjectionStanding& standing, std::string_view person);

// The standing after `event`. Conflict, with a sentence that says how it stands and what may be
// done instead, when the step may not follow, or for a reason that its content gives:
//   - it is refused for want of a clue while the objector still has time to add one;
//   - it is refused as anonymous and vague, and a name stands on it;
//   - an unfounded one is disposed of other than by maintaining;
//   - somebody who is kept out takes it, or is the second person of it;
//   - somebody is kept out a second time, or readmitted who was not;
//   - it names a leader, and is none of joining, but the objection joined no such one, or may not
//     share the step.
// Invalid for a decision without an outcome, joining without a leader, a request or paraphrase
// without a last day, a disposal without its measure, an investigation or extension without its
// second person or with the same one twice, and a recusal that names nobody, or the objector, who
// steps by another door.
Result<ObjectionStanding> standing_after(const ObjectionStanding& standing,
                                         const ObjectionEvent& event);

// The standing after a whole history, oldest first. Corrupt when one of its steps may not follow
// the one before: then the register was not written by this program.
Result<ObjectionStanding> standing_of(Signature signature, std::span<const ObjectionEvent> history);

}  // namespace gongshi

#endif  // INTAKE_FILING_OBJECTION_STATE_H_
