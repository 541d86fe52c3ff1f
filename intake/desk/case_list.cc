#include "intake/desk/case_list.h"

#include <fmt/format.h>

#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/json.h"
#include "intake/desk/plain_text.h"

namespace gongshi {
namespace {

// 告知 2017-07-07（将到期）
std::string deadline_cell(const InboxEntry& entry) {
  const std::optional<Deadline>& deadline = entry.deadline;
  if (!deadline) return "";
  const std::string_view alarm = entry.urgency == Urgency::Overdue   ? "（已逾期）"
                                 : entry.urgency == Urgency::DueSoon ? "（将到期）"
                                                                     : "";
  return fmt::format("{} {}{}", chinese(deadline->duty), to_text(deadline->last_day), alarm);
}

// 待处理（并入 2017-000001-B）
std::string state_cell(const ObjectionStanding& standing) {
  if (standing.leader.empty()) return std::string(chinese(standing.state));
  return fmt::format("{}（并入 {}）", chinese(standing.state), standing.leader);
}

std::vector<std::string> cells_of(const InboxEntry& entry) {
  const ObjectionStanding& standing = entry.standing;
  return {entry.number,
          entry.notice.text(),
          entry.candidate.empty() ? "（整个公示）" : entry.candidate.text(),
          std::string(chinese(entry.medium)),
          chinese_instant(entry.received_at),
          standing.signature == Signature::Named ? "实名" : "匿名",
          state_cell(standing),
          standing.outcome ? std::string(chinese(*standing.outcome)) : "",
          deadline_cell(entry)};
}

std::string summary_of(const InboxCounts& counts) {
  return fmt::format("{}：共{}件，新收{}件，将到期{}件，已逾期{}件，未办结{}件{}\n",
                     counts.notice.text(), counts.all, counts.fresh, counts.due, counts.overdue,
                     counts.blocking, counts.blocking == 0 ? "" : "（办结后才能办结公示）");
}

template <class Value>
Json json_of(const std::optional<Value>& value) {
  return value ? Json(to_text(*value)) : Json();
}

Json json_of(const InboxEntry& entry) {
  const auto& deadline = entry.deadline;
  return Json{{"number", entry.number},
              {"notice", entry.notice.text()},
              {"candidate", entry.candidate.text()},
              {"medium", to_text(entry.medium)},
              {"received_at", to_text(entry.received_at)},
              {"named", entry.standing.signature == Signature::Named},
              {"state", to_text(entry.standing.state)},
              {"outcome", json_of(entry.standing.outcome)},
              {"leader", entry.standing.leader.empty() ? Json() : Json(entry.standing.leader)},
              {"duty", deadline ? Json(to_text(deadline->duty)) : Json()},
              {"last_day", deadline ? Json(to_text(deadline->last_day)) : Json()},
              {"urgency", to_text(entry.urgency)}};
}

}  // namespace

std::string case_table(const Inbox& inbox) {
  if (inbox.counts.empty()) return "没有异议\n";
  std::vector<std::vector<std::string>> rows;
  rows.reserve(inbox.entries.size());
  for (const InboxEntry& entry : inbox.entries) rows.push_back(cells_of(entry));
  std::string text;
  if (!rows.empty()) {
    text = text_table(
               {"登记号", "公示", "候选对象", "渠道", "收到时间", "署名", "状态", "结论", "期限"},
               rows) +
           "\n";
  }
  for (const InboxCounts& counts : inbox.counts) text += summary_of(counts);
  return text;
}

std::string case_json(const Inbox& inbox) {
  Json list = Json::array();
  for (const InboxEntry& entry : inbox.entries) list.push_back(json_of(entry));
  return list.dump(2) + "\n";
}

}  // namespace gongshi
