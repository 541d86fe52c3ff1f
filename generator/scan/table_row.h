// Rows of tables in text, however they were written down.
#ifndef GENERATOR_SCAN_TABLE_ROW_H_
#define GENERATOR_SCAN_TABLE_ROW_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/scan/suspect_line.h"

namespace gongshi {

struct Cell {
  std::size_t at = 0;  // of its first byte that is not blank, in the whole text
  std::string text;    // as written, line ends inside included
};

struct TableRow {
  std::vector<Cell> cells;  // the filled ones; none when the line is not in a row
  std::size_t end = 0;      // of what was looked at, in the whole text
};

// The row of `text` that `line` is or is part of. What a row is, forbidden_headers() says.
TableRow table_row_at(std::string_view text, const SuspectLine& line);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_TABLE_ROW_H_
