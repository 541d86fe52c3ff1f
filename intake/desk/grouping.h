// Duplicates (并案): objections of the same fact about the same candidate are handled as a group
// (DOMAIN 2.3). One of them leads; the others joined it, each by an event of its own, one level
// deep. What the office does at the one that leads is written to each of them in the same
// transaction: each keeps its own history, decision, reply and leaf of the log, so each objector is
// told, and whoever counts need not know of groups (handling.h).
//
// Each keeps its own deadlines, and where the one that leads is shown, what ends first in the group
// is (inbox.h, case_deadline.h). What its objector does concerns it alone: withdrawing and the
// review take it out of the group. When the one that leads is withdrawn, the office continues it on
// its own motion, or has another of the group lead: join() of the old one to the new one.
#ifndef INTAKE_DESK_GROUPING_H_
#define INTAKE_DESK_GROUPING_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/error.h"
#include "intake/desk/case_file.h"
#include "intake/desk/handling.h"
#include "intake/desk/key_ring.h"
#include "intake/register/register.h"

namespace gongshi {

// So many likely duplicates are suggested; the rest of a flood is found by its numbers.
inline constexpr std::size_t kSuggestionsMax = 20;

// Those that have joined one objection.
struct Group {
  std::vector<CaseFile> members;  // in the order of filing, without the one that leads
  std::size_t joined = 0;         // ever: SeenObjection::joined
};

// Empty for one that nobody joined; `leader` is its number as the register spells it. With what is
// written when `keys` open it, without otherwise: of the keys, Invalid when one is missing.
Result<Group> group_of(const Register& reg, std::string_view leader);
Result<Group> group_of(const Register& reg, std::string_view leader, const KeyRing& keys);

// The others of an objection's group, whoever of them leads: whom a text about it must not give
// away either.
struct Company {
  std::vector<CaseFile> others;     // open
  std::vector<SeenObjection> seen;  // for record_step(): who joined, as it was read
};

// Nobody for one that stands alone. Conflict, naming the one, when `person` is recused from one of
// them: what is found in a text tells of all of them. Of the keys, Invalid when one is missing.
Result<Company> company_of(const Register& reg, const CaseFile& file, std::string_view person,
                           const KeyRing& keys);

// Appends the step, and once more for each of the group when the objection leads one and the step
// is shared (objection_state.h): a decision, what follows it and a reply always, so Conflict when
// one of them may not take it; an acceptance, a transfer, an investigation and an extension where
// it applies. All in one transaction. Returns the state that it led to. Errors as handling.h says;
// Conflict also when one of `seen` is not as it was seen any more.
Result<ObjectionState> record_step(Register& reg, const CaseFile& file, const ObjectionEvent& event,
                                   const KeyRing& keys, std::vector<SeenObjection> seen = {});

// Whether what the office does at `leader` now is done for its group too: not after its review, nor
// while it stands withdrawn.
bool leads_on(const ObjectionStanding& leader);

// Whether join() takes it: it may join as a step of its own, or it is withdrawn and has a group to
// hand over.
bool may_join(const ObjectionStanding& standing, const Group& group);

// `number`, with all that joined it, joins `leader` (step.text says why, for the office alone). If
// `leader` had joined `number`, it leads from now on instead. Returns the state of `number`.
// Conflict when they are not of one notice and about the same candidate, when one of them is
// decided, when `leader` has joined another, when only one of them is accepted, when step.by is
// recused from one of them, or when somebody was quicker; Invalid for itself; else as the steps of
// handling.h.
Result<ObjectionState> join(Register& reg, std::string_view number, std::string_view leader,
                            const OfficeStep& step, const KeyRing& keys = {});

// The numbers of those for whom the newest step of `number` was taken too.
Result<std::vector<std::string>> told_together(const Register& reg, std::string_view number);

// The numbers of those that `file` might join, or that might join it: not decided, of its notice
// and candidate; the first kSuggestionsMax of them. What they say is sealed, so nobody compares it.
Result<std::vector<std::string>> likely_duplicates(const Register& reg, const CaseFile& file);

}  // namespace gongshi

#endif  // INTAKE_DESK_GROUPING_H_
