// What is due next in a case, for who works on it: when it leads a group, what ends first in all of
// it, because what is done here is done for each.
#ifndef INTAKE_DESK_CASE_DEADLINE_H_
#define INTAKE_DESK_CASE_DEADLINE_H_

#include <optional>
#include <vector>

#include "intake/desk/case_file.h"
#include "intake/desk/deadlines.h"
#include "intake/desk/own_terms.h"

namespace gongshi {

// `members` are those that joined it (grouping.h); `terms` are of its notice (own_terms.h). Nothing
// when all of them are concluded.
std::optional<Deadline> case_deadline(const CaseFile& file, const std::vector<CaseFile>& members,
                                      const std::optional<OwnTerms>& terms);

}  // namespace gongshi

#endif  // INTAKE_DESK_CASE_DEADLINE_H_
