#include "generator/check/schedule.h"

#include <gtest/gtest.h>

#include "tests/check/terms_sample.h"

namespace gongshi {
namespace {

// Announced on Monday, 2017-05-15, as the notice of 2017 was; the window takes five working days.
SourceTree announced() {
  SourceTree tree = sample_content();
  apply({kSampleCampaign, "title = \"示例评选\"\n", "title = \"示例评选\"\nissued = 2017-05-15\n"},
        tree);
  tree.files[kSampleCampaign] +=
      "[[deadline]]\ntitle = \"报送初审推荐材料\"\ndue = 2017-06-05\nstep = \"shengji\"\n";
  return tree;
}

Variation due(const std::string& date) {
  return {kSampleCampaign, "due = 2017-06-05", "due = " + date};
}
Variation issued(const std::string& date) {
  return {kSampleCampaign, "issued = 2017-05-15", "issued = " + date};
}
Variation step(const std::string& line) {
  return {kSampleCampaign, "working_days = 5\n", "working_days = 5\n" + line};
}

const std::vector<std::string> kInfeasible = {at_terms(kTermsLine + 1, "schedule-infeasible")};

TEST(ScheduleTest, TwoWorkingDaysAreLeftBesideThePublicity) {
  const CheckCase cases[] = {
      {{due("2017-05-24")}, {}},
      {{due("2017-05-23")}, {}},
      {{due("2017-05-22")}, kInfeasible},
      {{due("2017-05-19")}, kInfeasible},
      {{due("2017-05-15")}, kInfeasible},
      // Saturday and Sunday neither count nor harm.
      {{issued("2017-05-13"), due("2017-05-23")}, {}},
      {{issued("2017-05-13"), due("2017-05-22")}, kInfeasible},
      // The Saturday before the festival is a working day, the festival is not.
      {{issued("2017-05-24"), due("2017-06-01")}, kInfeasible},
      {{issued("2017-05-24"), due("2017-06-02")}, {}},
  };
  expect_problems(announced(), cases);
}

TEST(ScheduleTest, EachPublicityStepUpToTheDeadlinesTakesItsDays) {
  const std::string second =
      "[[step]]\nid = \"quanguo\"\ntitle = \"全国公示\"\nkind = \"publicity\"\n";
  const Variation until_second = {kSampleCampaign, "step = \"shengji\"", "step = \"quanguo\""};
  const std::vector<std::string> five_lines_down = {
      at_terms(kTermsLine + 6, "schedule-infeasible")};
  const std::vector<std::string> six_lines_down = {at_terms(kTermsLine + 7, "schedule-infeasible")};
  const CheckCase cases[] = {
      {{step(second + "working_days = 3\n"), until_second, due("2017-05-26")}, {}},
      {{step(second + "working_days = 3\n"), until_second, due("2017-05-25")}, five_lines_down},
      {{step(second + "working_days = 3\nheld_elsewhere = true\n"), until_second,
        due("2017-05-25")},
       six_lines_down},
      {{step(second + "held_elsewhere = true\n"), until_second, due("2017-05-23")}, {}},
      {{step(second + "working_days = 3\n"), due("2017-05-23")}, {}},
      {{{kSampleCampaign, "step = \"shengji\"", "step = \"tuijian\""}, due("2017-05-15")}, {}},
  };
  expect_problems(announced(), cases);
}

// Five days from Thursday end on Monday, which takes three working days.
TEST(ScheduleTest, CalendarDaysTakeTheWorkingDaysAmongThem) {
  const std::vector<std::string> one_line_down = {at_terms(kTermsLine + 2, "schedule-infeasible")};
  const Variation uncounted = {kSampleNotice, "closes = 2017-06-27\n", ""};
  const CheckCase cases[] = {
      {{uncounted, step("unit = \"calendar-day\"\n"), issued("2017-05-18"), due("2017-05-24")}, {}},
      {{uncounted, step("unit = \"calendar-day\"\n"), issued("2017-05-18"), due("2017-05-23")},
       one_line_down},
      {{issued("2017-05-18"), due("2017-05-24")}, kInfeasible},
  };
  expect_problems(announced(), cases);
}

TEST(ScheduleTest, NothingIsDueBeforeTheAnnouncement) {
  const std::vector<std::string> before = {at_terms(kTermsLine + 1, "deadline-before-issue")};
  const CheckCase cases[] = {
      {{due("2017-05-14")}, before},
      {{due("2016-05-16")}, before},
      {{due("2017-05-14"), {kSampleCampaign, "step = \"shengji\"\n", ""}}, before},
      {{due("2017-05-15"), {kSampleCampaign, "step = \"shengji\"\n", ""}}, {}},
      {{due("2017-05-14"), {kSampleCampaign, "issued = 2017-05-15\n", ""}}, {}},
  };
  expect_problems(announced(), cases);
}

TEST(ScheduleTest, AYearThatTheCalendarDoesNotKnowIsNotGuessed) {
  const CheckCase cases[] = {
      {{issued("2018-01-02"), due("2018-01-03")}, {}},
      {{issued("2017-12-29"), due("2018-01-03")}, {}},
  };
  expect_problems(announced(), cases);
}

TEST(ScheduleTest, TheSentenceNamesBothNumbers) {
  const std::pair<const char*, const char*> cases[] = {
      {"2017-05-22",
       "从 2017-05-15 到 2017-05-22 有 6 个工作日，到“省级公示”为止的公示最少要 5 "
       "个，推荐、审核和报送只剩 1 个；请把日期推后"},
      {"2017-05-17",
       "从 2017-05-15 到 2017-05-17 有 3 个工作日，到“省级公示”为止的公示最少要 5 "
       "个，不够；请把日期推后"},
  };
  for (const auto& [date, message] : cases) {
    SourceTree tree = announced();
    apply(due(date), tree);
    EXPECT_EQ(load_and_check(tree).problems.at(0).message, message);
  }
}

}  // namespace
}  // namespace gongshi
