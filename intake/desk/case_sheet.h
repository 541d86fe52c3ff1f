// One objection on one sheet: what came in, word for word, what the office did about it, and what
// it may do next.
#ifndef INTAKE_DESK_CASE_SHEET_H_
#define INTAKE_DESK_CASE_SHEET_H_

#include <optional>
#include <string>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "intake/desk/case_file.h"
#include "intake/desk/deadlines.h"

namespace gongshi {

// For the handler's eyes: it names the objector. `joined` are the numbers of those that joined it
// (grouping.h), `deadline` is what is due next (case_deadline.h), seen at `now`. Of an erased
// objection, what is left. Corrupt when the stored record cannot be read.
Result<std::string> case_sheet(const CaseFile& file, const std::vector<std::string>& joined = {},
                               const std::optional<Deadline>& deadline = {}, Instant now = {});

}  // namespace gongshi

#endif  // INTAKE_DESK_CASE_SHEET_H_
