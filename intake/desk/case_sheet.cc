#include "intake/desk/case_sheet.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "intake/desk/plain_text.h"
#include "intake/filing/record.h"

namespace gongshi {
namespace {

void add_line(std::string_view label, std::string_view value, std::string& sheet) {
  if (!value.empty()) sheet += fmt::format("{:<10}{}\n", label, plain_line(value));
}

// Under its heading, every line two columns in.
void add_block(std::string_view text, std::string_view indent, std::string& sheet) {
  const std::string plain = plain_text(text);
  std::string_view rest = plain;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (!line.empty()) sheet += fmt::format("{}{}", indent, line);
    sheet += '\n';
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
}

void add_files(const std::vector<RecordedFile>& files, std::string_view number,
               std::string& sheet) {
  if (files.empty()) return;
  sheet += fmt::format("\n证据材料（用 gongshi-desk evidence {} 取出）\n", number);
  for (const RecordedFile& file : files) {
    sheet += fmt::format("  {}  {} 字节  SHA-256 {}\n", plain_line(file.name), file.size,
                         hex(file.sha256));
  }
}

std::string describe_decision(const ObjectionEvent& event) {
  const std::string outcome = fmt::format("结论：{}", chinese(*event.outcome));
  return event.refusal ? fmt::format("{}，{}", outcome, chinese(*event.refusal)) : outcome;
}

std::string describe(const ObjectionEvent& event) {
  switch (event.kind) {
    case EventKind::Decided:
      return describe_decision(event);
    case EventKind::Replied:
      return "答复";
    case EventKind::Supplemented:
      return "补充说明";
    case EventKind::Asked:
      return fmt::format("要求补正，截至{}", chinese_last_moment(*event.due));
    case EventKind::Accepted:
      return "受理";
    case EventKind::Transferred:
      return "转办";
    case EventKind::InvestigationOpened:
      return fmt::format("核查，另一人是{}", plain_line(event.second_actor));
    case EventKind::Extended:
      return fmt::format("延长期限，审批人是{}", plain_line(event.second_actor));
    case EventKind::Disposed:
      return fmt::format("处置：{}", chinese(*event.measure));
    case EventKind::ReviewOpened:
      return "复核";
    case EventKind::Continued:
      return "撤回后依职权继续";
    case EventKind::Recused:
      return fmt::format("回避：{}", plain_line(event.second_actor));
    case EventKind::Readmitted:
      return fmt::format("解除回避：{}", plain_line(event.second_actor));
    case EventKind::Paraphrased:
      return fmt::format("转述，请对方在{}前说明", chinese_last_moment(*event.due));
    case EventKind::Redacted:
      return "遮盖副本";
    case EventKind::Joined:
      return fmt::format("并案，并入 {}", event.leader);
    case EventKind::Separated:
      return "分案，单独办理";
    case EventKind::Noted:
      return "内部记录";
  }
  return {};
}

void add_event(const ObjectionEvent& event, std::string_view number, std::string& sheet) {
  sheet += fmt::format("\n{}  {}（{}）\n", chinese_instant(event.at), describe(event),
                       plain_line(event.actor));
  add_block(event.text, "  ", sheet);
  add_files(describe_evidence(event.evidence), number, sheet);
}

// What the office may do now, with the command that does it. Who filed online withdraws online.
void add_next_steps(const CaseFile& file, std::string& sheet) {
  sheet += fmt::format("\n可以办的（用法：gongshi-desk 命令 {} --help）\n", file.objection.number);
  for (const HandlingStep step : steps_from(file.standing)) {
    const bool is_objectors =
        step == HandlingStep::Supplement ||
        (step == HandlingStep::Withdraw && file.objection.filed.medium == Medium::Online);
    if (!is_objectors) sheet += fmt::format("  {:<12}{}\n", to_text(step), chinese(step));
  }
}

void add_group(const CaseFile& file, const std::vector<std::string>& joined, std::string& sheet) {
  const std::string& leader = file.standing.leader;
  if (!leader.empty()) add_line("并案", fmt::format("已并入 {}，在那一件上办理", leader), sheet);
  if (joined.empty()) return;
  add_line(
      "并案",
      fmt::format("{}件并入这一件，办理时一并登记：{}", joined.size(), fmt::join(joined, "、")),
      sheet);
}

// 办结 2017年7月10日24时（含当日），本单位期限，已逾期
void add_deadline(const std::optional<Deadline>& deadline, Instant now, std::string& sheet) {
  if (!deadline) return;
  const std::string_view alarm = chinese(urgency_of(deadline, now));
  add_line(
      "期限",
      fmt::format("{} {}，{}{}{}", chinese(deadline->duty), chinese_last_moment(deadline->last_day),
                  chinese(deadline->basis), alarm.empty() ? "" : "，", alarm),
      sheet);
  const LegalCeiling& ceiling = deadline->ceiling;
  if (ceiling.duty == deadline->duty && ceiling.last_day == deadline->last_day) return;
  add_line("法定期限",
           fmt::format("{} {}", chinese(ceiling.duty), chinese_last_moment(ceiling.last_day)),
           sheet);
}

std::string sheet_of_erased(const CaseFile& file, const Erasure& erasure) {
  const NewObjection& filed = file.objection.filed;
  std::string sheet;
  add_line("登记号", file.objection.number, sheet);
  add_line("状态", chinese(file.state()), sheet);
  add_line("公示", filed.notice.text(), sheet);
  add_line("候选对象", filed.candidate.empty() ? "（整个公示）" : filed.candidate.text(), sheet);
  add_line("渠道", chinese(filed.medium), sheet);
  add_line("收到时间", chinese_instant(filed.received_at), sheet);
  add_line("结论", chinese_outcome(file), sheet);
  add_line("日志序号", std::to_string(file.objection.leaf_index), sheet);
  sheet += fmt::format("\n内容已于{}删除，依据 {}（{}）\n", chinese_instant(erasure.at),
                       erasure.basis, plain_line(erasure.actor));
  return sheet;
}

}  // namespace

Result<std::string> case_sheet(const CaseFile& file, const std::vector<std::string>& joined,
                               const std::optional<Deadline>& deadline, Instant now) {
  if (file.objection.erased) return sheet_of_erased(file, *file.objection.erased);
  const Result<Record> record = read_record(file.objection.filed.record);
  if (!record) {
    return failure(record.error().kind, fmt::format("异议 {} 的登记内容读不出来：{}",
                                                    file.objection.number, record.error().message));
  }
  const Objection& objection = record->objection;
  std::string sheet;
  add_line("登记号", file.objection.number, sheet);
  add_line("状态", chinese(file.state()), sheet);
  add_deadline(deadline, now, sheet);
  add_group(file, joined, sheet);
  add_line("公示", objection.notice.text(), sheet);
  add_line("候选对象", objection.candidate.empty() ? "（整个公示）" : objection.candidate.text(),
           sheet);
  add_line("渠道", chinese(record->medium), sheet);
  add_line(
      "收到时间",
      chinese_instant(record->received_at) + (record->late ? "（逾期，公示期内打开表单）" : ""),
      sheet);
  add_line("异议类别", chinese(objection.grounds), sheet);
  add_line("身份", chinese(objection.identity), sheet);
  add_line("姓名", objection.name, sheet);
  add_line("联系方式", objection.contact, sheet);
  if (const auto& entry = file.objection.filed.entry) {
    add_line("登记人", fmt::format("{}（{}）", entry->by, chinese_instant(entry->at)), sheet);
  }
  add_line("日志序号", std::to_string(file.objection.leaf_index), sheet);
  sheet += "\n异议内容\n";
  add_block(objection.statement, "  ", sheet);
  add_files(record->evidence, file.objection.number, sheet);
  for (const ObjectionEvent& event : file.history) {
    add_event(event, file.objection.number, sheet);
  }
  add_next_steps(file, sheet);
  return sheet;
}

}  // namespace gongshi
