// One objection on one sheet: what came in, word for word, what the office did about it, and what
// it may do next.
#ifndef INTAKE_DESK_CASE_SHEET_H_
#define INTAKE_DESK_CASE_SHEET_H_

#include <string>
#include <vector>

#include "generator/notice/error.h"
#include "intake/desk/case_file.h"

namespace gongshi {

// For the handler's eyes: it names the objector. `joined` are the numbers of those that joined it
// (grouping.h). Of an erased objection, what is left. Corrupt when
// the stored record cannot be read.
Result<std::string> case_sheet(const CaseFile& file, const std::vector<std::string>& joined = {});

}  // namespace gongshi

#endif  // INTAKE_DESK_CASE_SHEET_H_
