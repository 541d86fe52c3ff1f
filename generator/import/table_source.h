// The file that offices send: a spreadsheet, or the CSV that a spreadsheet program saved.
#ifndef GENERATOR_IMPORT_TABLE_SOURCE_H_
#define GENERATOR_IMPORT_TABLE_SOURCE_H_

#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/error.h"
#include "generator/scan/workbook_sheets.h"

namespace gongshi {

// Told apart by the bytes, not by the name. A CSV is UTF-8 or GB18030, one sheet without a name,
// whose row numbers are lines.
//
// Invalid, with a Chinese sentence that names the file, for what is neither: what
// workbook_sheets() refuses, bytes that are no text, a broken CSV.
Result<std::vector<WorkbookSheet>> table_sheets(const std::string& file, std::string_view bytes);

}  // namespace gongshi

#endif  // GENERATOR_IMPORT_TABLE_SOURCE_H_
