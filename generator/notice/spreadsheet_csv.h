// Tables that people open in a spreadsheet.
//
// UTF-8 with a byte order mark (Excel takes it for GBK otherwise), CR LF, every cell quoted. A cell
// that a spreadsheet would run as a formula gets an apostrophe in front: one that begins with
// = + - @ or their full-width twins, after any blanks, or with a tab or a line end.
#ifndef GENERATOR_NOTICE_SPREADSHEET_CSV_H_
#define GENERATOR_NOTICE_SPREADSHEET_CSV_H_

#include <span>
#include <string>
#include <vector>

namespace gongshi {

using CsvCells = std::vector<std::string>;

// Requires UTF-8. The first row is the headings.
std::string spreadsheet_csv(std::span<const CsvCells> rows);

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_SPREADSHEET_CSV_H_
