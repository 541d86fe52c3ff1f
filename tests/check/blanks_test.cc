#include "generator/check/blanks.h"

#include <gtest/gtest.h>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

TEST(BlanksTest, WhatIsLeftToFillInIsFoundWhereItStands) {
  const CheckCase cases[] = {
      {{{kSampleCriteria, "事迹突出", "（请填写：评选条件）"}},
       {"campaigns/pingxuan/criteria.md:1:1 blank-left"}},
      {{{kSampleCampaign, "示例评选", "（请填写"}},
       {"campaigns/pingxuan/campaign.toml:1:10 blank-left"}},
      {{{kSampleCampaign, "title = \"示例评选\"",
         "title = \"示例评选\" # （请填写：甲）（请填写：乙）"}},
       {"campaigns/pingxuan/campaign.toml:1:18 blank-left"}},
      {{{kSampleCandidates, "乙局,,\n", "乙局,,（请填写：职务）\n"}},
       {"campaigns/pingxuan/candidates.csv:2:16 blank-left"}},
      {{{kSampleDeeds, "", "甲\n\n乙（请填写：丙）\n"}},
       {"campaigns/pingxuan/deeds/zhang-san.md:3:2 blank-left"}},
      {{{kSampleDeeds, "", "请填写（表格）"}}, {}},
  };
  expect_problems(sample_content(), cases);
}

TEST(BlanksTest, TheSentenceQuotesTheBlank) {
  SourceTree tree;
  tree.files["site.toml"] = "name = \"（请填写：网站的名称）\"";
  tree.files["pages/about.md"] = "（请填写";
  tree.files["pages/notes.txt"] = "（请填写：不归我们管）";
  Diagnostics problems;
  check_blanks(tree, problems);
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0].message, "“（请填写”还没有填写");
  EXPECT_EQ(problems[1].message, "“（请填写：网站的名称）”还没有填写");
  EXPECT_EQ(problems[1].level, Level::Error);
}

}  // namespace
}  // namespace gongshi
