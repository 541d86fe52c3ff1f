#include "generator/calendar/amended_window.h"

#include <fmt/format.h>

#include <vector>

namespace gongshi {
namespace {

std::string names_of(const std::vector<IssuedNotice>& notices) {
  std::string names;
  for (const IssuedNotice& notice : notices) {
    names += names.empty() ? "" : "、";
    names += notice.notice;
    if (notice.issued) names += fmt::format("（{}印发）", chinese_date(*notice.issued));
  }
  return names;
}

}  // namespace

Result<Date> promised_end(const Calendar& calendar, Date opens, const CountingRule& rule,
                          Date published_on) {
  auto now = closing_date(calendar, opens, rule);
  if (now && calendar.was_the_same(published_on, opens, *now)) return now;
  auto then = closing_date(calendar.known_on(published_on), opens, rule);
  return then ? then : now;
}

Result<std::optional<ExtensionProposal>> propose_extension(const Calendar& calendar, Date opens,
                                                           const CountingRule& rule,
                                                           Date published_on, Date published_end) {
  const auto now = closing_date(calendar, opens, rule);
  if (!now) return tl::unexpected<Error>(now.error());
  const auto then = promised_end(calendar, opens, rule, published_on);
  if (*now <= *then || *now <= published_end) return std::nullopt;
  const std::string reason =
      names_of(calendar.issued_since(published_on, opens, *now)) + "调整了放假安排";
  return ExtensionProposal{
      .closes = *now,
      .reason = reason,
      .sentence = fmt::format(
          "公示发布后，{0}，按原定截止日{1}公示期已不足{2}{3}：请延长至{4}，写上 [[extension]] "
          "closes = {5}、at（作出决定的时刻）、reason = \"{0}\"",
          reason, chinese_date(published_end), rule.days,
          rule.unit == DayUnit::Workday ? "个工作日" : "天", chinese_date(*now), to_text(*now))};
}

}  // namespace gongshi
