#include "generator/import/summary_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "generator/import/cell_repair.h"
#include "generator/import/summary_header.h"
#include "generator/notice/utf8.h"
#include "generator/scan/scanner.h"

namespace gongshi {
namespace {

struct Column {
  std::size_t at = 0;
  std::string header;
  std::string_view name;
};

struct Header {
  AwardKind kind = AwardKind::Individual;
  std::vector<Column> columns;
  std::vector<std::string> dropped;
  std::vector<std::string> unknown;
};

std::optional<AwardKind> kind_of(const std::vector<std::string>& headers) {
  // Persons first: their table may have a 单位名称 too.
  for (const AwardKind kind : {AwardKind::Individual, AwardKind::Collective}) {
    const bool names = std::ranges::any_of(
        headers, [&](const std::string& header) { return names_candidates(header, kind); });
    if (names) return kind;
  }
  return std::nullopt;
}

// Nothing for a row that is no header.
std::optional<Header> header_of(const SheetRow& row) {
  std::vector<std::string> headers;
  for (const std::string& cell : row.cells) headers.push_back(plain_header(cell));
  const auto kind = kind_of(headers);
  if (!kind) return std::nullopt;
  Header header{.kind = *kind, .columns = {}, .dropped = {}, .unknown = {}};
  for (std::size_t i = 0; i < headers.size(); ++i) {
    const HeaderMeaning meaning = meaning_of(headers[i], *kind);
    if (meaning.kind == HeaderKind::Column) {
      header.columns.push_back({.at = i, .header = headers[i], .name = meaning.column});
    } else if (meaning.kind == HeaderKind::Dropped) {
      header.dropped.push_back(headers[i]);
    } else if (!headers[i].empty()) {
      header.unknown.push_back(headers[i]);
    }
  }
  constexpr std::size_t kKnownMin = 3;
  if (header.columns.size() + header.dropped.size() < kKnownMin) return std::nullopt;
  return header;
}

std::string_view first_filled(const SheetRow& row) {
  for (const std::string& cell : row.cells) {
    const std::string_view text = trim_blanks(cell);
    if (!text.empty()) return text;
  }
  return {};
}

// What stands below a table and is not of it.
bool ends_table(const SheetRow& row) {
  std::string text = plain_header(first_filled(row));
  text.erase(0, text.find_first_not_of('-'));
  return text.starts_with("注:") || text.starts_with("备注:") || text.starts_with("说明:") ||
         text.starts_with("联系人:") || text.starts_with("填表");
}

// "推荐单位（盖章）：太原市    填表日期：…" says 太原市; the next cell may say it instead.
std::optional<std::string> recommending_unit(const SheetRow& row) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    std::string_view text = trim_blanks(row.cells[i]);
    if (!text.starts_with("推荐单位")) continue;
    const std::size_t mark = std::min(text.find("："), text.find(':'));
    if (mark == std::string_view::npos) return std::nullopt;
    text.remove_prefix(mark + (text[mark] == ':' ? 1 : std::string_view("：").size()));
    text = trim_blanks(text.substr(0, text.find("填表")));
    for (++i; text.empty() && i < row.cells.size(); ++i) text = trim_blanks(row.cells[i]);
    return text.starts_with("填表") ? std::string() : std::string(text);
  }
  return std::nullopt;
}

std::string quoted(const std::vector<std::string>& headers) {
  std::string list;
  for (const std::string& header : headers) list += "“" + header + "”";
  return list;
}

class TableReader {
 public:
  explicit TableReader(SummaryTable& table) : table_(table) {}

  void read(const WorkbookSheet& sheet) {
    header_.reset();
    recommended_by_.clear();
    for (const SheetRow& row : sheet.rows) {
      place_ = sheet.name.empty() ? fmt::format("第 {} 行", row.number)
                                  : fmt::format("工作表“{}”第 {} 行", sheet.name, row.number);
      read_row(row);
    }
  }

  int headers() const { return headers_; }

 private:
  void read_row(const SheetRow& row) {
    if (auto header = header_of(row)) {
      header_ = std::move(header);
      ++headers_;
      say_headers();
    } else if (is_above_table(row)) {
      header_.reset();
      take_unit(row);
    } else if (ends_table(row)) {
      header_.reset();
    } else if (header_) {
      read_candidate(row);
    }
  }

  // In a table, a remark may begin with the same words.
  bool is_above_table(const SheetRow& row) const {
    return !header_ || first_filled(row).starts_with("推荐单位");
  }

  void take_unit(const SheetRow& row) {
    auto unit = recommending_unit(row);
    if (!unit) return;
    recommended_by_ = *std::move(unit);
    if (scan_text(recommended_by_, Zone::Page).empty()) return;
    recommended_by_.clear();
    say("“推荐单位”里有个人信息，留作空白");
  }

  void say_headers() {
    if (!header_->dropped.empty()) {
      say(fmt::format("{}这些列不能公开，没有导入", quoted(header_->dropped)));
    }
    if (!header_->unknown.empty()) {
      say(fmt::format("不认识{}这些列，没有导入", quoted(header_->unknown)));
    }
  }

  void read_candidate(const SheetRow& row) {
    const auto is_filled = [&](const Column& column) {
      return column.name != "rank" && !text_in(row, column).empty();
    };
    if (std::ranges::none_of(header_->columns, is_filled)) return;  // a number, or a title
    ImportedCandidate candidate{.kind = header_->kind, .cells = {}};
    for (const Column& column : header_->columns) {
      const std::string text = text_in(row, column);
      if (!text.empty()) put(candidate, column, text);
    }
    if (!candidate.cells.contains("name")) return say("名称是空白，这一行略去了");
    if (!recommended_by_.empty()) candidate.cells.try_emplace("recommended_by", recommended_by_);
    table_.candidates.push_back(std::move(candidate));
  }

  static std::string text_in(const SheetRow& row, const Column& column) {
    return column.at < row.cells.size() ? repaired(column.name, row.cells[column.at]) : "";
  }

  void put(ImportedCandidate& candidate, const Column& column, const std::string& text) {
    // The header beside it is what makes some numbers a finding.
    if (!scan_text(column.header + "：" + text, Zone::Page).empty()) {
      return say(fmt::format("“{}”一格里有个人信息，留作空白", column.header));
    }
    if (!fits_column(column.name, text)) {
      return say(fmt::format("“{}”一格不是整数，留作空白", column.header));
    }
    std::string& cell = candidate.cells[std::string(column.name)];
    cell += (cell.empty() ? "" : "，") + text;
  }

  void say(const std::string& sentence) { table_.remarks.push_back(place_ + "：" + sentence); }

  SummaryTable& table_;
  std::optional<Header> header_;  // of the table that we are in
  std::string recommended_by_;
  std::string place_;  // of the row that is being read
  int headers_ = 0;
};

}  // namespace

Result<SummaryTable> read_summary_table(const std::string& file,
                                        std::span<const WorkbookSheet> sheets) {
  SummaryTable table;
  TableReader reader(table);
  for (const WorkbookSheet& sheet : sheets) {
    if (sheet.hidden) {
      table.remarks.push_back(fmt::format("隐藏的工作表“{}”没有导入", sheet.name));
    } else {
      reader.read(sheet);
    }
  }
  if (reader.headers() > 0) return table;
  return failure(
      ErrorKind::Invalid,
      fmt::format("“{}”里没有找到汇总表的表头；表头要有“姓名”或“先进集体名称”这样的一列，"
                  "和另外至少两列",
                  file));
}

}  // namespace gongshi
