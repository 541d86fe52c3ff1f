#include "generator/load/csv.h"

#include <fmt/format.h>

#include <utility>

namespace gongshi {
namespace {

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

// Walks through the text and knows the line and column of the next character.
class Cursor {
 public:
  Cursor(std::string_view text, const std::string& file)
      : text_(text), place_{.file = file, .line = 1, .column = 1} {}

  bool at_end() const { return at_ == text_.size(); }
  bool at(char c) const { return !at_end() && text_[at_] == c; }
  bool at_cell_end() const { return at_end() || at(',') || at('\n') || at('\r'); }
  const Place& place() const { return place_; }

  char take() {
    const char c = text_[at_++];
    if (c == '\n') {
      ++place_.line;
      place_.column = 1;
    } else if (at_end() || starts_character(text_[at_])) {
      ++place_.column;
    }
    return c;
  }

  bool take_if(char c) {
    if (!at(c)) return false;
    take();
    return true;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  Place place_;
};

class CsvReader {
 public:
  CsvReader(std::string_view text, const std::string& file, Diagnostics& problems, Shape shape)
      : cursor_(text, file), problems_(problems), shape_(shape) {}

  std::vector<CsvRow> read() {
    std::vector<CsvRow> rows;
    while (!cursor_.at_end()) {
      if (cursor_.at('\n') || cursor_.at('\r')) {
        if (!take_line_end()) break;
        continue;
      }
      if (++rows_seen_ > kCsvRowsMax) {
        refuse("csv-too-many-rows",
               fmt::format("表格超过 {} 行，后面的不再读取；请检查放错了什么", kCsvRowsMax));
        break;
      }
      CsvRow row;
      if (!take_row(row)) break;
      if (shape_ == Shape::Sheet || rows.empty() || row.size() == rows.front().size()) {
        rows.push_back(std::move(row));
      } else {
        report(row.front().place, "csv-ragged-row",
               fmt::format("这一行有 {} 格，表头有 {} 格；请补齐逗号，"
                           "文字里有逗号的一格要用双引号括起来",
                           row.size(), rows.front().size()));
      }
    }
    return rows;
  }

 private:
  bool take_row(CsvRow& row) {
    do {
      if (row.size() == kCsvCellsMax) {
        return refuse(
            "csv-too-wide",
            fmt::format("这一行超过 {} 格，后面的不再读取；请删去多余的逗号", kCsvCellsMax));
      }
      row.push_back({.text = "", .place = cursor_.place()});
      if (!take_cell(row.back())) return false;
    } while (cursor_.take_if(','));
    return cursor_.at_end() || take_line_end();
  }

  bool take_cell(CsvCell& cell) {
    if (cursor_.take_if('"')) return take_quoted(cell);
    while (!cursor_.at_cell_end()) {
      if (cursor_.at('"')) {
        return refuse("csv-quote",
                      "没有用双引号括起的一格里出现了双引号；"
                      "请把整格括起来，里面的双引号写两遍");
      }
      cell.text += cursor_.take();
    }
    return true;
  }

  bool take_quoted(CsvCell& cell) {
    while (!cursor_.at_end()) {
      const char c = cursor_.take();
      if (c == '"' && !cursor_.take_if('"')) {
        return cursor_.at_cell_end() ||
               refuse("csv-quote", "双引号结束之后还有文字；格里的双引号要写两遍");
      }
      cell.text += c;
    }
    report(cell.place, "csv-quote", "这一格的双引号一直没有结束；请在格尾补上双引号");
    return false;
  }

  bool take_line_end() {
    const Place place = cursor_.place();
    const bool carriage_return = cursor_.take_if('\r');
    if (cursor_.take_if('\n') || !carriage_return) return true;
    report(place, "csv-line-end", "行尾只有回车、没有换行；请把文件另存为普通的 CSV");
    return false;
  }

  bool refuse(std::string code, std::string message) {
    report(cursor_.place(), std::move(code), std::move(message));
    return false;
  }

  void report(const Place& place, std::string code, std::string message) {
    problems_.push_back({.place = place, .code = std::move(code), .message = std::move(message)});
  }

  Cursor cursor_;
  Diagnostics& problems_;
  std::size_t rows_seen_ = 0;
  Shape shape_;
};

}  // namespace

std::vector<CsvRow> read_csv(std::string_view text, const std::string& file, Diagnostics& problems,
                             Shape shape) {
  return CsvReader(text, file, problems, shape).read();
}

}  // namespace gongshi
