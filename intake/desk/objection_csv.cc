#include "intake/desk/objection_csv.h"

#include "generator/notice/civil_time.h"
#include "generator/notice/spreadsheet_csv.h"

namespace gongshi {
namespace {

CsvCells cells_of(const CaseFile& file) {
  const NewObjection& filed = file.objection.filed;
  CsvCells cells = {
      file.objection.number,
      filed.notice.text(),
      filed.candidate.text(),
      std::string(chinese(filed.medium)),
      filed.named ? "实名" : "匿名",
      to_text(filed.received_at),
      std::string(chinese(file.state())),
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
  cells.push_back(file.standing.leader);
  return cells;
}

}  // namespace

std::string objection_csv(const std::vector<CaseFile>& cases) {
  std::vector<CsvCells> rows = {{"登记号", "公示", "候选对象", "渠道", "署名", "收到时间", "状态",
                                 "结论", "结论理由", "结论经办人", "结论时间", "答复", "答复经办人",
                                 "答复时间", "公开日志序号", "并入"}};
  rows.reserve(cases.size() + 1);
  for (const CaseFile& file : cases) rows.push_back(cells_of(file));
  return spreadsheet_csv(rows);
}

}  // namespace gongshi
