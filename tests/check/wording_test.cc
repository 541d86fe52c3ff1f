#include "generator/check/wording.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

TEST(WordingTest, FindsADeadlineThatMayOrMayNotIncludeItsDay) {
  struct Case {
    const char* text;
    const char* found;
  };
  const Case cases[] = {
      {"如有异议，请于2017年6月27日前以书面形式反映。", "2017年6月27日前"},
      {"请于6月27日前向办公室反映", "6月27日前"},
      {"如有异议，请于27日前提出。", "27日前"},
      {"公示期至2017 年 6 月 27 日前。", "2017 年 6 月 27 日前"},
      {"对公示对象有异议的，请在６月２７日前来信", "６月２７日前"},
      {"如有异议，请于6月27日之前来电", "6月27日之前"},
      {"请于6月27日以前举报", "6月27日以前"},
      {"6月27日前提出意见", "6月27日前"},
      {"前言。\n\n公示时间：6月27日前。", "6月27日前"},
  };
  for (const Case& c : cases) {
    const auto found = find_vague_deadlines(c.text);
    ASSERT_EQ(found.size(), 1U) << c.text;
    EXPECT_EQ(found[0].text, c.found) << c.text;
    EXPECT_EQ(std::string_view(c.text).substr(found[0].offset, found[0].text.size()), c.found);
  }
}

TEST(WordingTest, LeavesOtherWordsAlone) {
  const char* cases[] = {
      "日前，办公室公示了名单，如有异议请反映。",
      "近日前来反映情况的群众",
      "如有异议，请于2017年6月27日24时（含当日）以前反映。",
      "请于6月27日前后反映",
      "6月27日前往现场反映",
      "6月27日前来反映情况的群众很多",
      "8月23日前报送的推荐对象现予公示。",
      "1月1日前参加工作的人员可以推荐",
      "对象为2018年1月1日前在岗的人员。如有异议，请反映。",
      "截至2017年6月27日24时（含当日），如有异议请反映。",
      "公示期5个工作日，如有异议请在公示期内反映。",
      "月日前反映",
      "",
  };
  for (const char* text : cases) EXPECT_TRUE(find_vague_deadlines(text).empty()) << text;
}

TEST(WordingTest, EachPlaceOfANoticeIsRead) {
  const std::string at = std::string(kSampleNotice) + ":";
  const std::string words = "请于6月27日前反映";
  const CheckCase cases[] = {
      {{{kSampleNotice, "现予公示。", "现予公示。\n\n如有异议，请于6月27日前反映。"}},
       {at + "21:8 window-wording"}},
      {{{kSampleNotice, "现予公示。", words + "，也可于27日前反映。" + words + "。"}},
       {at + "19:3 window-wording", at + "19:15 window-wording", at + "19:24 window-wording"}},
      {{{kSampleNotice, "关于推荐对象的公示", words}}, {at + "2:9 window-wording"}},
      {{{kSampleNotice, "[[review]]",
         "[[correction]]\nat = 2017-06-22T10:00:00+08:00\nwhat = \"" + words + "\"\n[[review]]"}},
       {at + "15:1 window-wording"}},
      {{{kSampleNotice, "[[review]]",
         "[[extension]]\ncloses = 2017-06-28\nat = 2017-06-22T10:00:00+08:00\nreason = \"" + words +
             "\"\n[[review]]"}},
       {at + "16:10 window-wording"}},
      {{{kSampleCriteria, "事迹突出。", words}}, {}},
  };
  expect_problems(sample_content(), cases);
}

TEST(WordingTest, TheWayOutIsTheComputedEnd) {
  SourceTree tree = sample_content();
  apply({kSampleNotice, "现予公示。", "请于6月26日前反映。"}, tree);
  const Checked checked = load_and_check(tree);
  ASSERT_EQ(checked.problems.size(), 1U);
  EXPECT_EQ(checked.problems[0].message,
            "“6月26日前”说不清当日算不算在内；请写“截至2017年6月27日24时（含当日）”");
}

}  // namespace
}  // namespace gongshi
