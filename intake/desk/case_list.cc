#include "intake/desk/case_list.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/json.h"
#include "intake/desk/plain_text.h"

namespace gongshi {
namespace {

// 告知 2017-06-26（将到期）, 办结 2027-02-28（日历未公布，按法定期限提醒，已逾期）
std::string deadline_cell(const InboxEntry& entry) {
  const std::optional<Deadline>& deadline = entry.deadline;
  if (!deadline) return "";
  std::vector<std::string_view> remarks;
  if (deadline->basis == Basis::NotPublished) remarks.push_back(chinese(deadline->basis));
  if (entry.urgency != Urgency::Calm) remarks.push_back(chinese(entry.urgency));
  return fmt::format("{} {}{}", chinese(deadline->duty), to_text(deadline->last_day),
                     remarks.empty() ? "" : fmt::format("（{}）", fmt::join(remarks, "，")));
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
  const std::string alarm =
      counts.alarm == 0 ? "" : fmt::format("（其中已超法定期限{}件）", counts.alarm);
  return fmt::format("{}：共{}件，新收{}件，将到期{}件，已逾期{}件{}，未办结{}件{}\n",
                     counts.notice.text(), counts.all, counts.fresh, counts.due, counts.overdue,
                     alarm, counts.blocking, counts.blocking == 0 ? "" : "（办结后才能办结公示）");
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
              {"urgency", to_text(std::min(entry.urgency, Urgency::Overdue))},
              {"basis", deadline ? Json(to_text(deadline->basis)) : Json()},
              {"ceiling", deadline ? Json(to_text(deadline->ceiling.last_day)) : Json()},
              {"alarm", entry.urgency == Urgency::Alarm}};
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
