#include "generator/scan/table_row.h"

#include <algorithm>
#include <cstring>

#include "generator/notice/eight_bytes.h"

namespace gongshi {
namespace {

constexpr int kRowLinesMax = 100;  // a header of fifty columns, each on its own line, some on two
constexpr int kCellLinesMax = 8;   // "何时 何地 受过 何种 处分" in a narrow column

void add_cell(std::string_view text, std::size_t begin, std::size_t end, std::vector<Cell>& cells) {
  const std::string_view cell = text.substr(begin, end - begin);
  const std::size_t first = cell.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return;
  cells.push_back({.at = begin + first, .text = std::string(cell.substr(first))});
}

std::vector<Cell> split(std::string_view text, std::size_t begin, std::size_t end, char delimiter) {
  std::vector<Cell> cells;
  for (std::size_t from = begin; from <= end;) {
    const std::size_t to = std::min(end, text.substr(0, end).find(delimiter, from));
    add_cell(text, from, to, cells);
    from = to + 1;
  }
  return cells;
}

std::string_view line_after(std::string_view text, std::size_t end) {
  if (end >= text.size()) return {};
  return text.substr(end + 1, text.find('\n', end + 1) - (end + 1));
}

// Commas also stand in prose: only a first line, or one above a line with as many, is a row, and
// none with the punctuation of a sentence.
bool is_comma_row(std::string_view text, const SuspectLine& line, std::size_t commas) {
  const std::string_view written = text.substr(line.begin, line.end - line.begin);
  for (const std::string_view mark : {"，", "。", "；"}) {
    if (written.find(mark) != std::string_view::npos) return false;
  }
  return commas > 0 && (line.number == 1 || count_bytes(line_after(text, line.end), ',') == commas);
}

std::size_t line_begin_before(std::string_view text, std::size_t begin) {
  if (begin < 2) return 0;
  const void* const end = ::memrchr(text.data(), '\n', begin - 1);
  return end == nullptr ? 0
                        : static_cast<std::size_t>(static_cast<const char*>(end) - text.data()) + 1;
}

// Not blank altogether: a lone tab is an empty cell.
bool belongs(std::string_view line) {
  return line.find_first_not_of(" \r") != std::string_view::npos;
}

std::size_t group_begin(std::string_view text, std::size_t begin) {
  for (int lines = 0; begin > 0 && lines < kRowLinesMax; ++lines) {
    const std::size_t before = line_begin_before(text, begin);
    if (!belongs(text.substr(before, begin - 1 - before))) break;
    begin = before;
  }
  return begin;
}

std::size_t group_end(std::string_view text, std::size_t end) {
  for (int lines = 0; end < text.size() && lines < kRowLinesMax; ++lines) {
    const std::string_view next = line_after(text, end);
    if (!belongs(next)) break;
    end += 1 + next.size();
  }
  return end;
}

// The line, or one of the few above it that it continues, begins with a tab.
bool is_in_cell(std::string_view text, std::size_t begin) {
  for (int lines = 0; lines < kCellLinesMax && begin < text.size(); ++lines) {
    if (text[begin] == '\t') return true;
    if (begin == 0 || text[begin] == '\n') return false;
    begin = line_begin_before(text, begin);
  }
  return false;
}

// A cell a line, each after a tab; a line without one continues the cell above.
TableRow row_of_lines(std::string_view text, const SuspectLine& line) {
  constexpr std::size_t kCellsMin = 3;
  if (!is_in_cell(text, line.begin)) return {.cells = {}, .end = line.end};
  const std::size_t begin = group_begin(text, line.begin);
  TableRow row{.cells = {}, .end = group_end(text, line.end)};
  std::size_t all = 0;
  for (std::size_t from = begin; from < row.end;) {
    const std::size_t to = std::min(row.end, text.substr(0, row.end).find("\n\t", from));
    if (text[from] == '\t') {
      ++all;
      add_cell(text, from, to, row.cells);
    }
    from = to + 1;
  }
  if (row.cells.size() < kCellsMin || row.cells.size() * 2 <= all) row.cells.clear();
  return row;
}

}  // namespace

TableRow table_row_at(std::string_view text, const SuspectLine& line) {
  constexpr std::size_t kCellsMin = 2;
  const std::string_view written = text.substr(line.begin, line.end - line.begin);
  for (const char delimiter : {'\t', '|', ','}) {
    const std::size_t delimiters = count_bytes(written, delimiter);
    if (delimiters == 0 || (delimiter == ',' && !is_comma_row(text, line, delimiters))) continue;
    TableRow row{.cells = split(text, line.begin, line.end, delimiter), .end = line.end};
    if (row.cells.size() < kCellsMin) continue;
    const std::size_t all = delimiters + (written.starts_with(delimiter) ? 0 : 1);
    const bool blank_form = delimiter == '\t' && row.cells.size() * 2 <= all;
    if (blank_form) row.cells.clear();
    return row;
  }
  return row_of_lines(text, line);
}

}  // namespace gongshi
