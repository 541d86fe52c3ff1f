#include "generator/check/steps.h"

#include <gtest/gtest.h>

#include "tests/check/two_levels.h"
#include "tests/check/variations.h"

namespace gongshi {
namespace {

const std::string kAtStep = std::string(kSampleNotice) + ":3:8 ";
const std::string kAtPublication = std::string(kSampleNotice) + ":4:16 ";

std::string at_campaign(const std::string& place_and_code) {
  return std::string(kSampleCampaign) + ":" + place_and_code;
}

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
      {{{kCityNotice, "", city_notice()}, {kCityClosing, "", city_closing()}}, {}},
      {{{kCityNotice, "", city_notice()}}, {kAtStep + "step-not-closed"}},
      {{{kCityNotice, "", city_notice("suspended = true\n")}}, {kAtStep + "step-not-closed"}},
      {{{kCityNotice, "",
         city_notice("[withdrawal]\nat = 2017-06-13T00:00:00+08:00\n"
                     "reason = \"重核\"\n")}},
       {kAtStep + "step-not-closed"}},
      {{{kSampleCampaign, city_step, city_step + "held_elsewhere = true\n"}}, {}},
      {{{kSampleCampaign, city_step, city_step + "completed = 2017-06-16\n"}}, {}},
      // A date written by hand does not close a notice that runs here.
      {{{kSampleCampaign, city_step, city_step + "completed = 2017-06-17\n"},
        {kCityNotice, "", city_notice()}},
       {kAtStep + "step-not-closed"}},
      {{{kSampleCampaign, city_step, city_step + "unit = \"workday\"\n"}},
       {kAtStep + "step-not-closed"}},
      // What is withdrawn is not published, so it cannot come too early.
      {{{kSampleNotice, "[[review]]",
         "[withdrawal]\nat = 2017-06-22T00:00:00+08:00\nreason = \"重核\"\n[[review]]"}},
       {}},
  };
  expect_problems(two_levels(), cases);
}

TEST(StepsTest, EarlierReviewsAndDecisionsAreCompleted) {
  const std::string completed = "completed = 2017-06-01\n";
  const CheckCase cases[] = {
      {{{kSampleCampaign, completed, ""}}, {kAtStep + "step-not-closed"}},
      {{{kSampleCampaign, "kind = \"review\"\n" + completed, "kind = \"decision\"\n"}},
       {kAtStep + "step-not-closed"}},
      {{{kSampleCampaign, completed, "held_elsewhere = true\n"}}, {}},
  };
  expect_problems(sample_content(), cases);
}

TEST(StepsTest, EarlierStepsWereOverWhenTheNoticeWasPublished) {
  const std::string completed = "completed = 2017-06-01";
  const std::string closed = "closed_at = 2017-06-19T09:30:00";
  const CheckCase cases[] = {
      {{{kSampleCampaign, completed, "completed = 2017-06-22"},
        {kCityNotice, "", kRemoved},
        {kCityClosing, "", kRemoved},
        {kSampleCampaign, "id = \"shiji\"\n", "id = \"shiji\"\nheld_elsewhere = true\n"}},
       {kAtPublication + "step-completed-later"}},
      // The day itself is early enough: the hour of a review is not known.
      {{{kSampleCampaign, completed, "completed = 2017-06-21"},
        {kCityNotice, "", kRemoved},
        {kCityClosing, "", kRemoved},
        {kSampleCampaign, "id = \"shiji\"\n", "id = \"shiji\"\nheld_elsewhere = true\n"}},
       {}},
      {{{kCityClosing, closed, "closed_at = 2017-06-21T00:00:00"}}, {}},
      {{{kCityClosing, closed, "closed_at = 2017-06-21T00:00:01"}},
       {kAtPublication + "step-completed-later"}},
      // Held elsewhere, but known to be later.
      {{{kSampleCampaign, completed, "completed = 2017-06-22\nheld_elsewhere = true"},
        {kCityNotice, "", kRemoved},
        {kCityClosing, "", kRemoved},
        {kSampleCampaign, "id = \"shiji\"\n", "id = \"shiji\"\nheld_elsewhere = true\n"}},
       {kAtPublication + "step-completed-later"}},
  };
  expect_problems(two_levels_done(), cases);
}

TEST(StepsTest, StepsAreCompletedInTheirOrder) {
  const std::string decision = "title = \"决定\"\n";
  const CheckCase cases[] = {
      {{{kSampleCampaign, decision, decision + "completed = 2017-06-28\n"}}, {}},
      // On the last day the notice still runs.
      {{{kSampleCampaign, decision, decision + "completed = 2017-06-27\n"}},
       {at_campaign("30:1 step-order")}},
      {{{kSampleCampaign, "working_days = 5\n[[step]]\nid = \"shengji\"",
         "working_days = 5\ncompleted = 2017-05-31\n[[step]]\nid = \"shengji\""},
        {kCityNotice, "", kRemoved},
        {kCityClosing, "", kRemoved}},
       {at_campaign("20:1 step-order")}},
  };
  expect_problems(two_levels_done(), cases);
}

// 省直单位 go on without the city's step.
TEST(StepsTest, WhoSkipsAStepNeedNotWaitForIt) {
  const Variation units{
      kSampleCandidates,
      "id,award,name,unit,post\nyi-ju,jiti,乙局,,\nzhang-san,geren,张𬱖,乙局,科长",
      "id,award,name,unit,post,recommended_by\nyi-ju,jiti,乙局,,,省乙厅\n"
      "zhang-san,geren,张𬱖,乙局,科长,省甲厅"};
  const std::string step = "title = \"市级公示\"\n";
  const Variation skipped{kSampleCampaign, step, step + "skipped_by = [\"省直单位\"]\n"};
  const Variation group{kSampleCampaign, "[[step]]\nid = \"tuijian\"",
                        "[[quota]]\nrecommended_by = \"省直单位\"\naward = \"geren\"\n"
                        "units = [\"省甲厅\", \"省乙厅\"]\n[[step]]\nid = \"tuijian\""};
  const Variation by_name{kSampleCampaign, step, step + "skipped_by = [\"省甲厅\", \"省乙厅\"]\n"};
  const Variation one_by_name{kSampleCampaign, step, step + "skipped_by = [\"省甲厅\"]\n"};
  const CheckCase cases[] = {
      {{units, skipped, group}, {}},
      {{units, by_name}, {}},
      {{units, one_by_name}, {kAtStep + "step-not-closed"}},
      {{units, skipped}, {kAtStep + "step-not-closed"}},
  };
  expect_problems(two_levels(), cases);
}

// DOMAIN Q4: one contested candidate holds up all, unless the campaign severs.
TEST(StepsTest, WhereACampaignSeversANoticeWaitsOnlyForItsOwn) {
  const Variation contested{"campaigns/pingxuan/notices/shiji-2017-b/notice.md", "",
                            city_notice("candidates = [\"yi-ju\"]\n")};
  const Variation severs{kSampleCampaign, "title = \"示例评选\"\n",
                         "title = \"示例评选\"\nsever = true\n"};
  const Variation without{kSampleNotice, "[\"zhang-san\", \"yi-ju\"]", "[\"zhang-san\"]"};
  const CheckCase cases[] = {
      {{contested, without}, {kAtStep + "step-not-closed"}},
      {{contested, severs}, {kAtStep + "step-not-closed"}},
      {{contested, without, severs}, {}},
  };
  expect_problems(two_levels_done(), cases);
}

}  // namespace
}  // namespace gongshi
