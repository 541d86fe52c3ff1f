// Closing a notice (办结), the pure part: what stands in its way, and the record when nothing does.
// DESIGN 11, DOMAIN 2.4, rule R22.
#ifndef INTAKE_DESK_CLOSING_H_
#define INTAKE_DESK_CLOSING_H_

#include <map>
#include <string>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/closing_record.h"
#include "generator/notice/identifier.h"
#include "generator/notice/manifest.h"
#include "intake/desk/case_file.h"

namespace gongshi {

// What a handler proposes and another person approves.
struct ClosingProposal {
  // Said explicitly. The rest follow from the measures taken, the heaviest of each candidate's; who
  // has none is confirmed.
  std::map<CandidateId, Disposition> dispositions;
  std::string handler;
  std::string approver;
  Instant at;
};

// Every reason why the notice may not be closed, each one Chinese sentence; none means that it may:
//   - the notice is suspended, withdrawn, or closed already;
//   - its window still runs at `proposal.at`;
//   - an objection is not concluded (objection_state.h says when it is): so nothing is closed
//     while one is accepted, investigated, transferred, reviewed or waits for its objector;
//   - an objection was upheld, in whole or in part, or transferred, and nobody said what becomes of
//     its candidate, neither as its measure (处置) nor here: "confirmed" is then a decision and not
//     a default. An objection to the whole notice asks it of every candidate, and only a measure
//     that maintains everything answers for them;
//   - a disposition is milder than a measure that was taken about the same candidate;
//   - a disposition names somebody who is not on the list;
//   - handler or approver is missing or no name (office_text.h), or they are one person
//     (generator/notice/person_name.h);
//   - one of them is recused from one of the objections, concluded or not: a closing says of every
//     objection that it is done with and what becomes of its candidate, which is a step of each
//     (DOMAIN I11, R21).
// `cases` are all objections to the notice, in any order.
std::vector<std::string> what_blocks_closing(const ManifestNotice& notice,
                                             const std::vector<CaseFile>& cases,
                                             const ClosingProposal& proposal);

// Requires that nothing blocks. `checkpoint` is the log's head at this moment. The window is the
// manifest's; nobody counts it a second time.
ClosingRecord make_closing_record(const ManifestNotice& notice, const std::vector<CaseFile>& cases,
                                  const ClosingProposal& proposal, std::string checkpoint);

}  // namespace gongshi

#endif  // INTAKE_DESK_CLOSING_H_
