// The register of one notice as a table for spreadsheets (spreadsheet_csv.h).
//
// Who objected and what they wrote are not in it: a table is passed on, and an objector's name
// never leaves with it (DOMAIN I10). `show` has the words for those who handle them.
#ifndef INTAKE_DESK_OBJECTION_CSV_H_
#define INTAKE_DESK_OBJECTION_CSV_H_

#include <string>
#include <vector>

#include "intake/desk/case_file.h"

namespace gongshi {

// One row for each case, in the order given, under a row of headings.
std::string objection_csv(const std::vector<CaseFile>& cases);

}  // namespace gongshi

#endif  // INTAKE_DESK_OBJECTION_CSV_H_
