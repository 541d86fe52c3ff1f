#include "generator/check/steps.h"

#include <gtest/gtest.h>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

// The sample with an earlier publicity step, city level, in front of the provincial one.
SourceTree two_levels() {
  SourceTree tree = sample_content();
  apply({kSampleCampaign, "[[step]]\nid = \"shengji\"",
         "[[step]]\nid = \"shiji\"\ntitle = \"市级公示\"\nkind = \"publicity\"\n"
         "working_days = 5\n[[step]]\nid = \"shengji\""},
        tree);
  return tree;
}

constexpr const char* kCityNotice = "campaigns/pingxuan/notices/shiji-2017/notice.md";
constexpr const char* kCityClosing = "campaigns/pingxuan/notices/shiji-2017/closing.toml";

std::string city_notice(const std::string& more) {
  return "+++\ntitle = \"市级公示\"\nstep = \"shiji\"\n"
         "published_at = 2017-06-12T00:00:00+08:00\n" +
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

const std::string kAtStep = std::string(kSampleNotice) + ":3:8 ";

TEST(StepsTest, ANoticeBelongsToAPublicityStepHeldHere) {
  const CheckCase cases[] = {
      {{{kSampleNotice, "step = \"shengji\"", "step = \"tuijian\""}},
       {kAtStep + "step-not-publicity"}},
      {{{kSampleNotice, "step = \"shengji\"", "step = \"queding\""},
        {kSampleCampaign, "working_days = 5", "working_days = 5\ncompleted = 2017-06-01"}},
       {kAtStep + "step-not-publicity"}},
      {{{kSampleCampaign, "working_days = 5", "working_days = 5\nheld_elsewhere = true"}},
       {kAtStep + "step-held-elsewhere"}},
  };
  expect_problems(sample_content(), cases);
}

TEST(StepsTest, EarlierPublicityIsDoneFirst) {
  const std::string city_step = "title = \"市级公示\"\n";
  const CheckCase cases[] = {
      {{{kCityNotice, "", city_notice("")}, {kCityClosing, "", city_closing()}}, {}},
      {{{kCityNotice, "", city_notice("")}}, {kAtStep + "step-not-closed"}},
      {{{kCityNotice, "", city_notice("suspended = true\n")}}, {kAtStep + "step-not-closed"}},
      {{{kCityNotice, "",
         city_notice("[withdrawal]\nat = 2017-06-13T00:00:00+08:00\n"
                     "reason = \"重核\"\n")}},
       {kAtStep + "step-not-closed"}},
      {{{kSampleCampaign, city_step, city_step + "held_elsewhere = true\n"}}, {}},
      {{{kSampleCampaign, city_step, city_step + "completed = 2017-06-16\n"}}, {}},
      {{{kSampleCampaign, city_step, city_step + "unit = \"workday\"\n"}},
       {kAtStep + "step-not-closed"}},
      // What is withdrawn is not published, so it cannot come too early.
      {{{kSampleNotice, "[[review]]",
         "[withdrawal]\nat = 2017-06-22T00:00:00+08:00\nreason = \"重核\"\n[[review]]"}},
       {}},
  };
  expect_problems(two_levels(), cases);
}

}  // namespace
}  // namespace gongshi
