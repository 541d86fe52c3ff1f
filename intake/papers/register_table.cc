#include "intake/papers/register_table.h"

#include <algorithm>
#include <utility>

#include "generator/notice/spreadsheet_csv.h"

namespace gongshi {
namespace {

using Row = std::vector<RegisterCell>;

RegisterCell cell(std::string_view text) {
  return text.empty() ? RegisterCell() : RegisterCell(std::string(text));
}

std::string_view target_of(const CandidateId& candidate, const ManifestNotice& notice) {
  if (candidate.empty()) return "整个公示";
  const ManifestCandidate* known = notice.find(candidate);
  return known == nullptr ? std::string_view(candidate.text()) : known->name;
}

void add_event(const ObjectionEvent* event, Row& row) {
  if (event == nullptr) {
    row.resize(row.size() + 2);
    return;
  }
  row.emplace_back(event->at);
  row.push_back(cell(event->actor));
}

Row row_of(const CaseFile& file, const ManifestNotice& notice) {
  const NewObjection& filed = file.objection.filed;
  Row row = {cell(file.objection.number), cell(target_of(filed.candidate, notice)),
             cell(chinese(filed.medium)), cell(filed.named ? "实名" : "匿名"),
             filed.received_at,           cell(chinese(file.state())),
             cell(chinese_outcome(file))};
  add_event(file.decision(), row);
  add_event(file.reply(), row);
  row.emplace_back(file.objection.leaf_index);
  return row;
}

struct CellText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(Instant at) const { return to_text(at); }
  std::string operator()(std::uint64_t number) const { return std::to_string(number); }
};

}  // namespace

RegisterTable register_table(const ManifestNotice& notice, const ClosingRecord& record,
                             const std::vector<CaseFile>& cases) {
  RegisterTable table;
  table.columns = {{"登记号", 16},   {"异议对象", 24}, {"来源", 10},     {"署名", 6},
                   {"收到时间", 20}, {"状态", 14},     {"结论", 10},     {"结论时间", 20},
                   {"结论经办", 12}, {"答复时间", 20}, {"答复经办", 12}, {"公开日志序号", 13}};
  for (const CaseFile& file : cases) {
    if (!std::ranges::binary_search(record.leaf_indices, file.objection.leaf_index)) continue;
    table.rows.push_back(row_of(file, notice));
  }
  return table;
}

std::string register_csv(const RegisterTable& table) {
  std::vector<CsvCells> rows(1);
  for (const RegisterColumn& column : table.columns) rows.front().emplace_back(column.heading);
  for (const std::vector<RegisterCell>& row : table.rows) {
    CsvCells cells;
    for (const RegisterCell& value : row) cells.push_back(std::visit(CellText(), value));
    rows.push_back(std::move(cells));
  }
  return spreadsheet_csv(rows);
}

}  // namespace gongshi
