// 异议登记表: the objections that a closing counted, one to a line, as they leave the office.
//
// Nobody who objected is in it, and nothing that was written, by either side: a reply addresses its
// objector, a reason may quote them, and a table is passed on (DOMAIN I10). What is left needs no
// key to read.
#ifndef INTAKE_PAPERS_REGISTER_TABLE_H_
#define INTAKE_PAPERS_REGISTER_TABLE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/closing_record.h"
#include "generator/notice/error.h"
#include "generator/notice/manifest.h"
#include "intake/desk/case_file.h"

namespace gongshi {

// Nothing, a text, a point in time, a number.
using RegisterCell = std::variant<std::monostate, std::string, Instant, std::uint64_t>;

struct RegisterColumn {
  std::string_view heading;
  int width;  // in characters of a spreadsheet, two to a Chinese one
};

struct RegisterTable {
  std::vector<RegisterColumn> columns;
  std::vector<std::vector<RegisterCell>> rows;  // each as long as `columns`, in the order of filing
};

// Of `cases` those that `record` lists; what came in after the closing is not its matter.
RegisterTable register_table(const ManifestNotice& notice, const ClosingRecord& record,
                             const std::vector<CaseFile>& cases);

// As spreadsheet_csv.h has it; instants as RFC 3339.
std::string register_csv(const RegisterTable& table);

}  // namespace gongshi

#endif  // INTAKE_PAPERS_REGISTER_TABLE_H_
