#include "intake/desk/objection_csv.h"

#include <algorithm>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

constexpr std::string_view kByteOrderMark = "\uFEFF";

bool looks_like_formula(std::string_view cell) {
  constexpr std::string_view kStarts[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  const std::string_view text = trim_blanks(cell);
  return std::ranges::any_of(kStarts,
                             [text](std::string_view start) { return text.starts_with(start); });
}

void add_cell(std::string_view cell, std::string& row) {
  if (!row.empty()) row += ',';
  row += '"';
  if (looks_like_formula(cell)) row += '\'';
  for (const char c : cell) {
    if (c == '"') row += '"';
    row += c;
  }
  row += '"';
}

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) add_cell(cell, row);
  return row + "\r\n";
}

std::vector<std::string> cells_of(const CaseFile& file) {
  const NewObjection& filed = file.objection.filed;
  std::vector<std::string> cells = {
      file.objection.number,
      filed.notice.text(),
      filed.candidate.text(),
      std::string(chinese(filed.medium)),
      filed.named ? "实名" : "匿名",
      to_text(filed.received_at),
      std::string(chinese(file.state)),
  };
  const ObjectionEvent* decision = file.decision();
  cells.emplace_back(chinese_outcome(file));
  cells.push_back(decision == nullptr ? "" : decision->text);
  cells.push_back(decision == nullptr ? "" : decision->actor);
  cells.push_back(decision == nullptr ? "" : to_text(decision->at));
  const ObjectionEvent* reply = file.reply();
  cells.push_back(reply == nullptr ? "" : reply->text);
  cells.push_back(reply == nullptr ? "" : reply->actor);
  cells.push_back(reply == nullptr ? "" : to_text(reply->at));
  cells.push_back(std::to_string(file.objection.leaf_index));
  return cells;
}

}  // namespace

std::string objection_csv(const std::vector<CaseFile>& cases) {
  std::string csv(kByteOrderMark);
  csv +=
      csv_row({"登记号", "公示", "候选对象", "渠道", "署名", "收到时间", "状态", "结论", "结论理由",
               "结论经办人", "结论时间", "答复", "答复经办人", "答复时间", "公开日志序号"});
  for (const CaseFile& file : cases) csv += csv_row(cells_of(file));
  return csv;
}

}  // namespace gongshi
