// Comma-separated values as RFC 4180 writes them, read strictly: a table that two programs could
// read differently is refused, not guessed at.
//
//   file   = row *(line-end row) [line-end]          line-end = LF | CR LF
//   row    = cell *("," cell)                        an empty line is no row
//   cell   = *(any but quote, comma, CR, LF)  |  quote *(any but quote | two quotes) quote
//
// Considered and dropped: other separators, blanks trimmed around cells, a quote in the middle of
// an unquoted cell. Each of them changes somebody's text.
#ifndef GENERATOR_LOAD_CSV_H_
#define GENERATOR_LOAD_CSV_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/diagnostic.h"

namespace gongshi {

// Text as written, without its quotes, and where it begins.
struct CsvCell {
  std::string text;
  Place place;
};

using CsvRow = std::vector<CsvCell>;  // never empty

// A province's whole list has hundreds of rows and a score of columns. What is larger is another
// file, or a spreadsheet's empty rows, and would only fill the memory.
inline constexpr std::size_t kCsvRowsMax = 20'000;  // those that are left out count, too
inline constexpr std::size_t kCsvCellsMax = 256;    // in a row

// Whether each row must have as many cells as the first. A sheet with titles above its table, saved
// as CSV, need not.
enum class Shape { Table, Sheet };

// Every row, the header among them. Requires UTF-8. Problems:
//   csv-quote       a quote inside an unquoted cell, text after a closing quote, a quote that never
//                   closes: reading stops there, since what follows cannot be trusted
//   csv-line-end    a CR without LF: reading stops there too
//   csv-too-wide, csv-too-many-rows   beyond a limit: reading stops there as well
//   csv-ragged-row  in a table, a row with more or fewer cells than the first: it is left out
std::vector<CsvRow> read_csv(std::string_view text, const std::string& file, Diagnostics& problems,
                             Shape shape = Shape::Table);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_CSV_H_
