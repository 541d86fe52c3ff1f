#include "generator/check/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace gongshi {
namespace {

constexpr auto kRules = std::to_array<Rule>({
    {"step-not-publicity", Level::Error, "R1", "公示只能属于公示步骤",
     "看 campaign.toml 的 [[step]]，把公示的 step 换成其中 kind = \"publicity\" 的一步"},
    {"step-held-elsewhere", Level::Error, "R1", "别处举行的步骤在本站没有公示",
     "本级其实也要公示的，删去该步骤的 held_elsewhere；否则删去这份公示"},
    {"step-not-closed", Level::Error, "R1", "前一步公示办结之后才能开始下一步",
     "用 gongshi-desk close 办结前一步公示；评审和不在本站公示的，在该步骤写 completed"},
    {"step-completed-later", Level::Error, "R1", "前面各步骤在公示发布之前已经结束",
     "对照会议记录和办结记录改正日期；公示确实发得太早的，撤回后重新公示"},
    {"step-order", Level::Error, "R1", "各步骤按顺序完成",
     "completed 写这一步真正完成的日期；步骤的先后写错了的，调整 [[step]] 的次序"},
    {"candidate-was-cancelled", Level::Error, "R1", "取消或暂缓的候选对象不进入后面的公示",
     "candidates 只列进入这一步的对象；取消后不再递补的，名单就少一名"},
    {"candidate-not-in-earlier-step", Level::Error, "R1", "公示的候选对象都经过前面的公示",
     "不必经过某一步的单位（如省直单位跳过市级）写进该步骤的 skipped_by"},
    {"window-closes-mismatch", Level::Error, "R2", "公布的截止日期与按日历计算的一致",
     "用 gongshi window 看逐日的计算；closes 也可以不写，由程序计算"},
    {"window-too-short", Level::Error, "R2", "公示期不短于步骤规定的天数",
     "公示里的 working_days 只能比步骤规定的长；一般不必写"},
    {"window-longer-than-stated", Level::Warning, "R2", "规定了确定天数的，公示期不更长",
     "文件写的是“不少于”几日的，把步骤的 length 改成 \"at-least\""},
    {"calendar-year-unknown", Level::Error, "R3", "公示期内每一天都在日历已知的年份",
     "放假通知印发后，用 gongshi calendar import 把这一年加进日历；在此之前不能发布"},
    {"opens-before-publication", Level::Error, "R5", "公示期不早于发布日期开始",
     "opens 一般不必写，默认就是 published_at 的日期"},
    {"window-amended", Level::Error, "R5", "放假安排调整后不足的公示期已经延长",
     "在公示里加一节 [[extension]]，写上新的 closes、决定的时刻 at 和 reason"},
    {"extension-not-later", Level::Error, "R5", "截止日期只能往后移",
     "已经公布的截止日期不能提前；写错的延长改正日期，多余的删去"},
    {"extension-too-late", Level::Error, "R5", "公示期内才能决定延长",
     "期满后发现期限不足的，撤回这份公示，另起编号重新公示"},
    {"blank-left", Level::Error, "R6", "待填写的地方都已填写",
     "“（请填写：…）”连括号一起换成实际内容；这一项不需要的，删去整行"},
    {"page-content-basis", Level::Error, "R6", "公示写明评选依据",
     "写评选通知的全称；没有文号的，number 可以不写"},
    {"page-content-candidates", Level::Error, "R6", "公示列出候选对象",
     "不写 candidates 就公示全部候选对象；名单还没有定的，先不要放这份公示"},
    {"page-content-unit", Level::Error, "R6", "个人的基本情况至少有工作单位",
     "没有工作单位的，写所在的村、社区或者“自由职业”"},
    {"deeds-too-long", Level::Error, "R12", "主要事迹不超过规定的字数",
     "删减 deeds 里的文字；不要把 deeds_max_chars 改得比评选通知规定的大"},
    {"review-missing", Level::Error, "R14", "发布前经过保密和隐私审查",
     "写上 by 和 on 就是留下了记录；没有审查过的不要发布"},
    {"review-by-author", Level::Error, "R14", "审查人不是起草人",
     "author 写起草人，[[review]] 的 by 写另一个人"},
    {"review-after-publication", Level::Error, "R14", "审查在发布之前",
     "发布以后的审查可以再加一节 [[review]]，但发布之前的那一次不能少"},
    {"author-missing", Level::Warning, "R14", "审查过的公示写明起草人",
     "author 不出现在页面上，只用来核对审查人"},
    {"forbidden-column", Level::Error, "R15", "名单里没有不得公开的列",
     "身份证号、联系电话、银行账号、住址这类列连同表头一起删去；gongshi import 会替你去掉"},
    {"forbidden-header", Level::Error, "R15", "表格里没有不得公开的栏目",
     "删去整栏再重新导出；只清空或者遮盖单元格是不够的"},
    {"forbidden-header-suspect", Level::Warning, "R15", "可能含个人信息的栏目已经核对",
     "是单位的电话、地址的，把表头写明白，如“办公电话”；是个人的，删去整栏"},
    {"resident-id", Level::Error, "R16", "公开的文件里没有身份证号码",
     "删去整个号码，不要只遮盖几位；同名的人用部门区分"},
    {"resident-id-suspect", Level::Warning, "R16", "像身份证号码的数字已经核对",
     "不是身份证号码的，在旁边写明是什么编号；是的，不论有没有笔误都删去"},
    {"old-resident-id", Level::Error, "R16", "公开的文件里没有15位身份证号码",
     "旧的身份证号码同样删去整个号码"},
    {"old-resident-id-suspect", Level::Warning, "R16", "像15位身份证号码的数字已经核对",
     "是编号、流水号的，在旁边写明；是旧身份证号码的，删去"},
    {"mobile-number", Level::Error, "R16", "联系方式之外没有手机号码",
     "改用单位的固定电话；工作手机只能写在 [[channel]]、[[contact]] 里，并取得本人同意"},
    {"mobile-number-suspect", Level::Warning, "R16", "联系方式里的手机是工作用机，本人同意公开",
     "最好换成固定电话；确是工作用机且本人同意的，在 reason 里写明"},
    {"bank-card", Level::Error, "R16", "公开的文件里没有银行卡号和账号",
     "奖金等款项的账号单独报送，不要放进公示的内容"},
    {"bank-card-suspect", Level::Warning, "R16", "像银行账号的数字已经核对",
     "不是账号的，在旁边写明是什么编号；是账号的，删去"},
    {"travel-document", Level::Error, "R16", "公开的文件里没有出入境证件号码",
     "护照、通行证的号码一律删去"},
    {"birth-date", Level::Error, "R16", "公开的文件里没有完整的出生日期",
     "需要公开年龄的，只写到出生年月"},
    {"home-address-suspect", Level::Warning, "R16", "像家庭住址的文字已经核对",
     "个人的住址至多写到乡镇、街道；单位的地址写明单位名称"},
    {"email-address-suspect", Level::Warning, "R16", "联系方式之外没有个人邮箱",
     "改用单位邮箱，写在 [[channel]]、[[contact]] 里"},
    {"landline-suspect", Level::Warning, "R16", "联系方式之外没有电话号码",
     "单位电话移到 [[channel]]、[[contact]] 里；家庭电话删去"},
    {"attachment-unreadable", Level::Error, "R16", "附件都能读出来检查",
     "换成 PDF、.docx、.xlsx、OFD、ZIP、JPEG、PNG 或者纯文本，去掉密码"},
    {"attachment-unseen", Level::Warning, "R16", "附件里检查不到的部分有人看过",
     "有人逐页看过、没有个人信息的，在 reason 里写明；扫描件最好换成有文字的文件"},
    {"attachment-type-mismatch", Level::Warning, "R16", "附件的扩展名与内容相符",
     "读者的设备按扩展名打开文件；重新另存为所需的格式，不要只改名"},
    {"photo-location", Level::Warning, "R16", "照片里没有拍摄地点",
     "用“另存为”或者截图去掉照片里的位置信息"},
    {"channels-too-few", Level::Error, "R17", "至少有两种反映渠道，其中一种不是网络",
     "一般写一部电话和一个通信地址，网上的表单是第三种"},
    {"closing-wrong-notice", Level::Error, "R22", "办结记录写的是本公示",
     "办结记录不要手写或者复制；用 gongshi-desk close 为这份公示重新生成"},
    {"closing-window-mismatch", Level::Error, "R22", "办结记录的公示期与计算的一致",
     "先看公示的日期在办结后有没有改过；公示没有错的，用 gongshi-desk close 重新生成"},
    {"closing-too-early", Level::Error, "R22", "公示期满之后才能办结",
     "等公示期满，再用 gongshi-desk close 办结"},
    {"closing-counts", Level::Error, "R22", "办结记录的各项件数加得起来",
     "办结记录不要手改；用 gongshi-desk close 重新生成"},
    {"closing-results", Level::Error, "R22", "每名候选对象有且只有一个结果",
     "每一节 [[result]] 写一名候选对象的 candidate 和 disposition；与公示的名单逐一对上"},
    {"closing-same-person", Level::Error, "R22", "经办人与审批人不是同一人",
     "办结要两个人：经办的提出，另一个人审批"},
    {"correction-before-publication", Level::Error, "R23", "更正在发布之后",
     "[[correction]] 的 at 写更正公布的时刻；发布之前的改动直接改正文"},
    {"correction-window", Level::Error, "R23", "实质更正和增补之后重新公示满规定的天数",
     "只改错字、不影响判断的，kind 写 \"slip\"，不必延长"},
    {"correction-candidates-missing", Level::Error, "R23", "增补和取消写明名单里的对象",
     "取消的对象不从名单里删去：读者要看到发生过什么"},
    {"removal-substituted", Level::Error, "R23", "取消后不递补",
     "评选通知允许递补的，在 campaign.toml 写 substitutes = true"},
});

}  // namespace

std::span<const Rule> rules() { return kRules; }

const Rule* find_rule(std::string_view code) {
  const auto* rule = std::ranges::find(kRules, code, &Rule::code);
  return rule == kRules.end() ? nullptr : rule;
}

std::string hint_of(const Rule& rule) {
  const bool can_be_waived = rule.level == Level::Warning;
  return fmt::format("{}（规则 {}，{}）", rule.hint, rule.source,
                     can_be_waived ? "确有理由的可以写 [[waiver]]" : "不能用 [[waiver]] 略过");
}

void report_rule(Diagnostics& problems, const Place& place, std::string_view code,
                 std::string message) {
  const Rule* rule = find_rule(code);
  assert(rule != nullptr);
  problems.push_back({.place = place,
                      .level = rule->level,
                      .code = std::string(code),
                      .message = std::move(message)});
}

}  // namespace gongshi
