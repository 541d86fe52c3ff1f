#include "generator/notice/spreadsheet_csv.h"

#include <algorithm>
#include <string_view>

#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

constexpr std::string_view kByteOrderMark = "\uFEFF";

bool looks_like_formula(std::string_view cell) {
  constexpr std::string_view kStarts[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  if (cell.find_first_of("\t\r\n") == 0) return true;
  const std::string_view text = trim_blanks(cell);
  return std::ranges::any_of(kStarts,
                             [text](std::string_view start) { return text.starts_with(start); });
}

void append_cell(std::string& csv, std::string_view cell) {
  csv += '"';
  if (looks_like_formula(cell)) csv += '\'';
  for (const char c : cell) {
    if (c == '"') csv += '"';
    csv += c;
  }
  csv += '"';
}

}  // namespace

std::string spreadsheet_csv(std::span<const CsvCells> rows) {
  std::string csv(kByteOrderMark);
  for (const CsvCells& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) csv += ',';
      append_cell(csv, row[i]);
    }
    csv += "\r\n";
  }
  return csv;
}

}  // namespace gongshi
