// The inbox: every objection on a line, for people and for programs.
#ifndef INTAKE_DESK_CASE_LIST_H_
#define INTAKE_DESK_CASE_LIST_H_

#include <string>
#include <vector>

#include "intake/desk/case_file.h"

namespace gongshi {

// Columns 登记号, 公示, 候选对象, 渠道, 收到时间, 署名, 状态, 结论, and under them how many are in
// which state. "没有异议" when there are none.
std::string case_table(const std::vector<CaseFile>& cases);

// [{"number","notice","candidate","medium","received_at","named","state","outcome"}] and LF, in the
// spellings of register.h and objection_state.h; an outcome that is not there yet is null.
std::string case_json(const std::vector<CaseFile>& cases);

}  // namespace gongshi

#endif  // INTAKE_DESK_CASE_LIST_H_
