#include "tests/load/sample_content.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace gongshi {

SourceTree sample_content() {
  SourceTree tree;
  tree.files[kSampleSite] = R"(name = "示例公示网"
base_url = "https://gongshi.example"
publisher = "示例办公室"
calendar = "cn"
[[footer]]
label = "主办单位"
value = "示例办公室"
)";
  tree.files[kSampleCalendar] = R"(title = "全国"
[year.2017]
notice = "示办发〔2016〕17号"
issued = 2016-12-01
holidays = [
  { name = "端午节", from = 2017-05-28, to = 2017-05-30, make_up = [2017-05-27] },
  { name = "国庆节", from = 2017-10-01, to = 2017-10-08, make_up = [2017-09-30] },
]
)";
  tree.files[kSampleCampaign] = R"(title = "示例评选"
organisers = ["甲部", "乙局"]
[[basis]]
title = "关于评选的通知"
number = "示函〔2017〕1号"
[[award]]
id = "jiti"
title = "先进集体"
kind = "collective"
[[award]]
id = "geren"
title = "先进工作者"
kind = "individual"
deeds_max_chars = 40
[[step]]
id = "tuijian"
title = "单位推荐"
kind = "review"
completed = 2017-06-01
[[step]]
id = "shengji"
title = "省级公示"
kind = "publicity"
working_days = 5
[[step]]
id = "queding"
title = "决定"
kind = "decision"
)";
  tree.files[kSampleCriteria] = "事迹突出。\n";
  tree.files[kSampleCandidates] =
      "id,award,name,unit,post\n"
      "yi-ju,jiti,乙局,,\n"
      "zhang-san,geren,张𬱖,乙局,科长\n";
  tree.files["campaigns/pingxuan/deeds/yi-ju.md"] = "接待群众，认真负责。\n";
  tree.files[kSampleDeeds] = "走村入户，解决难题。\n";
  tree.files[kSampleNotice] = R"(+++
title = "关于推荐对象的公示"
step = "shengji"
published_at = 2017-06-21T00:00:00+08:00
opens = 2017-06-21
closes = 2017-06-27
candidates = ["zhang-san", "yi-ju"]
author = "孙七"
[[channel]]
kind = "phone"
value = "0000-1234567"
[[channel]]
kind = "online"
value = "本页的表单"
[[review]]
by = "李四"
on = 2017-06-20
+++
现予公示。
)";
  tree.files[kSamplePage] = "# 关于本站\n\n这是示例。\n";
  return tree;
}

std::string sample_closing() {
  return R"(notice = "gongshi-2017"
opens = 2017-06-21
closes = 2017-06-27
working_days = 5
calendar = "cn"
objections = 3
named = 2
anonymous = 1
leaf_indices = [0, 4, 7]
page_sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
handler = "王五"
approver = "赵六"
closed_at = 2017-06-28T09:30:00+08:00
checkpoint = '''
demo.example/objections
8
w2UkAAAA=

— demo.example/objections 5xqLAAAA=
'''
[by_medium]
phone = 1
online = 2
[by_outcome]
unfounded = 2
withdrawn = 1
[[result]]
candidate = "zhang-san"
disposition = "confirmed"
[[result]]
candidate = "yi-ju"
disposition = "deferred"
)";
}

void apply(const Variation& variation, SourceTree& tree) {
  if (variation.to == kRemoved) {
    EXPECT_EQ(tree.files.erase(variation.file), 1U) << variation.file;
    return;
  }
  std::string& bytes = tree.files[variation.file];
  if (variation.from.empty()) {
    bytes = variation.to;
    return;
  }
  const std::size_t at = bytes.find(variation.from);
  ASSERT_NE(at, std::string::npos) << variation.file << " has no " << variation.from;
  bytes.replace(at, variation.from.size(), variation.to);
}

std::vector<std::string> places_and_codes(Diagnostics problems) {
  sort_diagnostics(problems);
  std::vector<std::string> lines;
  for (const Diagnostic& problem : problems) {
    const std::string text = to_text(problem);
    const std::size_t below_root = text.find('/') + 1;
    const std::size_t level = text.find(": ", below_root);
    lines.push_back(text.substr(below_root, level - below_root) + " " + problem.code);
  }
  return lines;
}

}  // namespace gongshi
