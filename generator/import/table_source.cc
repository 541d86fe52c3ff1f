#include "generator/import/table_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "generator/load/csv.h"
#include "generator/notice/text_encoding.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

bool is_workbook(std::string_view bytes) {
  return bytes.starts_with("PK") || bytes.starts_with("\xD0\xCF\x11\xE0");
}

std::optional<std::string> text_of(std::string_view bytes) {
  const bool is_slip = first_invalid_utf8(bytes).has_value() && !is_gb18030(bytes);
  return is_slip ? std::nullopt : as_utf8(bytes);
}

bool is_blank(const CsvRow& row) {
  return std::ranges::all_of(row,
                             [](const CsvCell& cell) { return trim_blanks(cell.text).empty(); });
}

}  // namespace

Result<std::vector<WorkbookSheet>> table_sheets(const std::string& file, std::string_view bytes) {
  if (is_workbook(bytes)) return workbook_sheets(file, bytes);
  const auto text = text_of(bytes);
  if (!text) {
    return failure(ErrorKind::Invalid,
                   fmt::format("“{}”既不是 Excel 工作簿，也不是 UTF-8 或 GB18030 编码的 CSV；"
                               "请用表格软件打开，另存为 .xlsx",
                               file));
  }
  Diagnostics problems;
  WorkbookSheet sheet;
  for (CsvRow& row : read_csv(*text, file, problems, Shape::Sheet)) {
    if (is_blank(row)) continue;
    SheetRow read{.number = row.front().place.line, .cells = {}};
    for (CsvCell& cell : row) read.cells.push_back(std::move(cell.text));
    sheet.rows.push_back(std::move(read));
  }
  if (problems.empty()) return std::vector<WorkbookSheet>{std::move(sheet)};
  return failure(ErrorKind::Invalid, fmt::format("“{}”第 {} 行：{}", file, problems[0].place.line,
                                                 problems[0].message));
}

}  // namespace gongshi
