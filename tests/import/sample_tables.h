// Summary tables of the shape that the notices of 2021 and 2022 attach, filled with people whom
// nobody knows.
#ifndef TESTS_IMPORT_SAMPLE_TABLES_H_
#define TESTS_IMPORT_SAMPLE_TABLES_H_

#include <string>
#include <vector>

#include "generator/scan/workbook_sheets.h"

namespace gongshi {

using Cells = std::vector<std::string>;

// Rows numbered from 1; an empty one is left out, as a reader of sheets does.
WorkbookSheet sheet_of(const std::vector<Cells>& rows, const std::string& name = "");

// 山西 2022: collectives, and below them persons, on one sheet.
std::vector<Cells> two_tables_on_a_sheet();

// 山西 2021: windows; and persons under a title that says 单位.
std::vector<Cells> windows_table();
std::vector<Cells> window_persons_table();

}  // namespace gongshi

#endif  // TESTS_IMPORT_SAMPLE_TABLES_H_
