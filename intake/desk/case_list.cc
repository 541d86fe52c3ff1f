#include "intake/desk/case_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/notice/civil_time.h"
#include "generator/notice/json.h"
#include "intake/desk/plain_text.h"

namespace gongshi {
namespace {

std::vector<std::string> cells_of(const CaseFile& file) {
  const NewObjection& filed = file.objection.filed;
  return {file.objection.number,
          filed.notice.text(),
          filed.candidate.empty() ? "（整个公示）" : filed.candidate.text(),
          std::string(chinese(filed.medium)),
          chinese_instant(filed.received_at),
          filed.named ? "实名" : "匿名",
          std::string(chinese(file.state())),
          std::string(chinese_outcome(file))};
}

std::string summary(const std::vector<CaseFile>& cases) {
  const auto count = [&cases](ObjectionState state) {
    return std::ranges::count(cases, state, &CaseFile::state);
  };
  return fmt::format("共{}件：{}{}件，{}{}件，{}{}件\n", cases.size(),
                     chinese(ObjectionState::Open), count(ObjectionState::Open),
                     chinese(ObjectionState::AwaitingReply), count(ObjectionState::AwaitingReply),
                     chinese(ObjectionState::Concluded), count(ObjectionState::Concluded));
}

Json json_of(const CaseFile& file) {
  const NewObjection& filed = file.objection.filed;
  const std::optional<Outcome> outcome = file.outcome();
  return Json{{"number", file.objection.number},
              {"notice", filed.notice.text()},
              {"candidate", filed.candidate.text()},
              {"medium", to_text(filed.medium)},
              {"received_at", to_text(filed.received_at)},
              {"named", filed.named},
              {"state", to_text(file.state())},
              {"outcome", outcome ? Json(to_text(*outcome)) : Json()}};
}

}  // namespace

std::string case_table(const std::vector<CaseFile>& cases) {
  if (cases.empty()) return "没有异议\n";
  std::vector<std::vector<std::string>> rows;
  rows.reserve(cases.size());
  for (const CaseFile& file : cases) rows.push_back(cells_of(file));
  return text_table({"登记号", "公示", "候选对象", "渠道", "收到时间", "署名", "状态", "结论"},
                    rows) +
         "\n" + summary(cases);
}

std::string case_json(const std::vector<CaseFile>& cases) {
  Json list = Json::array();
  for (const CaseFile& file : cases) list.push_back(json_of(file));
  return list.dump(2) + "\n";
}

}  // namespace gongshi
