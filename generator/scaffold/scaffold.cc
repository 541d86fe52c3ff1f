#include "generator/scaffold/scaffold.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/notice/toml_text.h"

namespace gongshi {
namespace {

constexpr std::string_view kCampaign =
    R"(# 评选活动。括号里请人填写的地方逐一换成实际内容；# 开头的行是说明，看过可以删去。
title = {}
organisers = ["（请填写：主办单位，几个单位逐一加引号、用逗号隔开）"]
# region = "山西省"        # 哪个地方的评选；全国的不写
# 提异议的人：open 不限 | encourage_real_name 鼓励实名 | require_real_name 要求实名
identity_policy = "encourage_real_name"
late_policy = "refuse"                 # refuse 期满不再受理 | mark_late 受理并注明逾期
# issued = 2026-06-01                  # 评选通知印发的日期
# public_fields = ["gender", "level"]  # candidates.csv 的哪些列可以上网；默认只有 gender

[[basis]]
title = "（请填写：评选通知的全称）"
number = "（请填写：评选通知的文号；没有文号就删去这一行）"

# 奖项。只评集体或只评个人的，删去另一节。
[[award]]
id = "collective"
title = "（请填写：集体奖项的名称，如“全省信访系统先进集体”）"
kind = "collective"
# total = 10               # 表彰名额
# deeds_max_chars = 1500   # 主要事迹的字数上限，通知规定了才写

[[award]]
id = "individual"
title = "（请填写：个人奖项的名称，如“全省信访系统先进工作者”）"
kind = "individual"
# total = 20
# deeds_max_chars = 1500

# 步骤，按先后顺序。kind：review 审核 | publicity 公示 | decision 决定。
# 由别的单位举行、本站没有公示的步骤，写 held_elsewhere = true。
[[step]]
id = "recommendation"
title = "（请填写：推荐和审核这一步的名称，如“逐级推荐、初审”）"
kind = "review"
# 完成了才能公示：去掉下一行开头的 #，改成完成的日期。
# completed = 2026-06-01

[[step]]
id = "publicity"
title = "（请填写：公示这一步的名称，如“省级公示”）"
kind = "publicity"
working_days = 5           # 评选通知规定的工作日数
length = "at-least"        # at-least “不少于” | exact 恰好

[[step]]
id = "decision"
title = "（请填写：决定这一步的名称，如“决定表彰”）"
kind = "decision"

# 名额、比例限制、征求意见的部门和时间安排也写在这里：
# [[quota]] [[cap]] [[exclusion]] [[tenure]] [[consultation]] [[deadline]]
)";

constexpr std::string_view kCriteria = "（请填写：评选条件，照录评选通知）\n";

constexpr std::string_view kCandidates =
    "id,award,name,unit,post,recommended_by,gender,level,nature\n";

constexpr std::string_view kNotice = R"(+++
title = {}
step = "{}"
author = "（请填写：起草人）"
# 发布的时刻必须填写，它定公示期从哪一天起：去掉下一行开头的 #，改成实际的时刻。
# published_at = 2026-06-08T09:00:00+08:00
# candidates = ["collective-1", "individual-1"]  # 按公示的顺序；不写就公示全部候选对象

# 反映异议的渠道至少两种，其中一种不是网络。
[[channel]]
kind = "phone"             # phone | letter | email | visit | fax | online
value = "（请填写：公示电话，用办公电话）"
hours = "（请填写：接听时间，如“工作日 9:00—17:00”）"

[[channel]]
kind = "letter"
value = "（请填写：通信地址、收信的部门和邮政编码）"

# 发布前的保密和隐私审查；审查人不能是起草人。
[[review]]
by = "（请填写：审查人）"
# 审查的日期必须填写：去掉下一行开头的 #，改成实际的日期。
# on = 2026-06-05
+++
（请填写：公示的正文，写明推荐评选经过了哪些步骤、公示的是什么）
)";

}  // namespace

ScaffoldFiles scaffold_campaign(std::string_view title) {
  const std::string text = toml_text(title.empty() ? "（请填写：评选活动的名称）" : title);
  return {{"campaign.toml", fmt::format(kCampaign, text)},
          {"candidates.csv", std::string(kCandidates)},
          {"criteria.md", std::string(kCriteria)}};
}

const Step* step_to_publish(const Campaign& campaign) {
  const auto found = std::ranges::find_if(campaign.steps, [](const Step& step) {
    return step.kind == StepKind::Publicity && !step.held_elsewhere && !step.completed;
  });
  return found == campaign.steps.end() ? nullptr : &*found;
}

ScaffoldFiles scaffold_notice(std::string_view title, const StepId& step) {
  const std::string text =
      toml_text(title.empty() ? "（请填写：公示的标题，如“关于……推荐对象的公示”）" : title);
  return {{"notice.md", fmt::format(kNotice, text, step.text())}};
}

}  // namespace gongshi
