// 异议登记表 as a workbook for Excel and its like. The only door to libxlsxwriter.
#ifndef INTAKE_PAPERS_REGISTER_WORKBOOK_H_
#define INTAKE_PAPERS_REGISTER_WORKBOOK_H_

#include <string>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "intake/papers/register_table.h"

namespace gongshi {

struct WorkbookProperties {
  std::string title;
  std::string author;
  Instant at;
};

// The bytes of an .xlsx: headings that stay in sight, one line for each row. Texts are texts,
// whatever they begin with, also when somebody types over them: no cell is a formula. Instants are
// dates of the spreadsheet, on China's clock. The same table gives the same bytes.
//
// The library writes through files in the system's folder for temporary ones, which are gone
// afterwards. Unavailable when that is full, Invalid for more rows than a sheet has (1048575).
Result<std::string> register_workbook(const RegisterTable& table,
                                      const WorkbookProperties& properties);

}  // namespace gongshi

#endif  // INTAKE_PAPERS_REGISTER_WORKBOOK_H_
