#include "generator/check/rules.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace gongshi {
namespace {

constexpr std::array<Rule, 23> kRules = {{
    {"step-not-publicity", Level::Error, "R1", "公示只能属于公示步骤"},
    {"step-held-elsewhere", Level::Error, "R1", "别处举行的步骤在本站没有公示"},
    {"step-not-closed", Level::Error, "R1", "前一步公示办结之后才能开始下一步"},
    {"window-closes-mismatch", Level::Error, "R2", "公布的截止日期与按日历计算的一致"},
    {"window-too-short", Level::Error, "R2", "公示期不短于步骤规定的天数"},
    {"window-longer-than-stated", Level::Warning, "R2", "规定了确定天数的，公示期不更长"},
    {"calendar-year-unknown", Level::Error, "R3", "公示期内每一天都在日历已知的年份"},
    {"opens-before-publication", Level::Error, "R5", "公示期不早于发布日期开始"},
    {"window-amended", Level::Error, "R5", "放假安排调整后不足的公示期已经延长"},
    {"extension-not-later", Level::Error, "R5", "截止日期只能往后移"},
    {"extension-too-late", Level::Error, "R5", "公示期内才能决定延长"},
    {"page-content-basis", Level::Error, "R6", "公示写明评选依据"},
    {"page-content-candidates", Level::Error, "R6", "公示列出候选对象"},
    {"page-content-unit", Level::Error, "R6", "个人的基本情况至少有工作单位"},
    {"deeds-too-long", Level::Error, "R12", "主要事迹不超过规定的字数"},
    {"review-missing", Level::Warning, "R14", "发布前经过保密和隐私审查"},
    {"channels-too-few", Level::Error, "R17", "至少有两种反映渠道，其中一种不是网络"},
    {"closing-wrong-notice", Level::Error, "R22", "办结记录写的是本公示"},
    {"closing-window-mismatch", Level::Error, "R22", "办结记录的公示期与计算的一致"},
    {"closing-too-early", Level::Error, "R22", "公示期满之后才能办结"},
    {"closing-counts", Level::Error, "R22", "办结记录的各项件数加得起来"},
    {"closing-results", Level::Error, "R22", "每名候选对象有且只有一个结果"},
    {"closing-same-person", Level::Error, "R22", "经办人与审批人不是同一人"},
}};

}  // namespace

std::span<const Rule> rules() { return kRules; }

void report_rule(Diagnostics& problems, const Place& place, std::string_view code,
                 std::string message) {
  const auto* rule = std::ranges::find(kRules, code, &Rule::code);
  assert(rule != kRules.end());
  problems.push_back({.place = place,
                      .level = rule->level,
                      .code = std::string(code),
                      .message = std::move(message)});
}

}  // namespace gongshi
