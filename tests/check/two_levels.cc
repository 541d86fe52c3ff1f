#include "tests/check/two_levels.h"

namespace gongshi {

SourceTree two_levels() {
  SourceTree tree = sample_content();
  apply({kSampleCampaign, "[[step]]\nid = \"shengji\"",
         "[[step]]\nid = \"shiji\"\ntitle = \"市级公示\"\nkind = \"publicity\"\n"
         "working_days = 5\n[[step]]\nid = \"shengji\""},
        tree);
  return tree;
}

SourceTree two_levels_done() {
  SourceTree tree = two_levels();
  tree.files[kCityNotice] = city_notice();
  tree.files[kCityClosing] = city_closing();
  return tree;
}

std::string city_notice(const std::string& more) {
  return "+++\ntitle = \"市级公示\"\nstep = \"shiji\"\n"
         "published_at = 2017-06-12T00:00:00+08:00\n"
         "author = \"乙\"\n" +
         more +
         "[[channel]]\nkind = \"phone\"\nvalue = \"1\"\n"
         "[[channel]]\nkind = \"letter\"\nvalue = \"2\"\n"
         "[[review]]\nby = \"甲\"\non = 2017-06-11\n+++\n";
}

std::string city_closing() {
  return R"(notice = "shiji-2017"
opens = 2017-06-12
closes = 2017-06-16
working_days = 5
calendar = "cn"
objections = 0
named = 0
anonymous = 0
leaf_indices = []
page_sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
handler = "王五"
approver = "赵六"
closed_at = 2017-06-19T09:30:00+08:00
checkpoint = "x"
[[result]]
candidate = "yi-ju"
disposition = "confirmed"
[[result]]
candidate = "zhang-san"
disposition = "confirmed"
)";
}

}  // namespace gongshi
