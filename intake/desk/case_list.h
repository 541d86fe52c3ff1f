// The inbox on paper: every objection on a line, for people and for programs.
#ifndef INTAKE_DESK_CASE_LIST_H_
#define INTAKE_DESK_CASE_LIST_H_

#include <string>

#include "intake/desk/inbox.h"

namespace gongshi {

// Columns 登记号, 公示, 候选对象, 渠道, 收到时间, 署名, 状态, 结论, 期限, and under them a line for
// each notice: how many objections it has, and how many are new, due, overdue, past the law's time
// or in the way of its closing. "没有异议" when the register has none.
std::string case_table(const Inbox& inbox);

// [{"number","notice","candidate","medium","received_at","named","state","outcome","leader","duty",
// "last_day","urgency","basis","ceiling","alarm"}] and LF, in the spellings of register.h,
// objection_state.h and deadlines.h; what is not there is null. `urgency` is overdue past the law's
// ceiling too, and `alarm` then true.
std::string case_json(const Inbox& inbox);

}  // namespace gongshi

#endif  // INTAKE_DESK_CASE_LIST_H_
