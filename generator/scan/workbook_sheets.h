// A spreadsheet (XLSX) as the rows that its reader sees: what `gongshi import` begins with.
#ifndef GENERATOR_SCAN_WORKBOOK_SHEETS_H_
#define GENERATOR_SCAN_WORKBOOK_SHEETS_H_

#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/error.h"

namespace gongshi {

struct SheetRow {
  int number = 0;                  // as the spreadsheet counts, from 1
  std::vector<std::string> cells;  // from column A on; of merged cells the first holds the text
};

struct WorkbookSheet {
  std::string name;
  bool hidden = false;
  std::vector<SheetRow> rows;  // those with something in them
};

// Columns past these are not looked at: a summary table has twenty.
inline constexpr std::size_t kSheetColumnsMax = 100;

// In the order of the tabs. Texts are as written, without the phonetic guide above a name; days are
// 2018-03-01, or 2018-03 where the cell shows no day.
//
// Invalid, with a Chinese sentence that names the file and the way out, for bytes that are no
// spreadsheet, that are damaged or encrypted, or that unfold into more than 64 MB.
Result<std::vector<WorkbookSheet>> workbook_sheets(std::string_view file_name,
                                                   std::string_view bytes);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_WORKBOOK_SHEETS_H_
