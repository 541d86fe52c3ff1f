// Whether a step may follow in a case: the rules of filing/objection_state.h, and what only the
// whole history tells. Pure.
#ifndef INTAKE_DESK_MAY_FOLLOW_H_
#define INTAKE_DESK_MAY_FOLLOW_H_

#include "generator/notice/error.h"
#include "intake/desk/case_file.h"
#include "intake/filing/objection_state.h"

namespace gongshi {

// How the case stands after the event. Errors are those of standing_after(), with the number before
// them; Conflict also for a decision when one of those who investigate was recused since: two
// others register the investigation first.
Result<ObjectionStanding> require_may_follow(const CaseFile& file, const ObjectionEvent& event);

}  // namespace gongshi

#endif  // INTAKE_DESK_MAY_FOLLOW_H_
