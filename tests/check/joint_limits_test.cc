#include "generator/check/joint_limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/check/terms_sample.h"

namespace gongshi {
namespace {

constexpr const char* kTerms = R"([[quota]]
recommended_by = "甲市"
award = "jiti"
[[quota]]
recommended_by = "省直"
award = "jiti"
other_units = true
[[quota]]
recommended_by = "省直"
award = "geren"
other_units = true
[[joint_limit]]
recommended_by = "省直"
candidates = 1
title = "集体1个或个人1名"
)";

constexpr const char* kCandidates =
    "id,award,name,unit,recommended_by,candidacy,quota_exemption\n"
    "a,jiti,甲处,,甲厅,,\n"
    "b,jiti,乙处,,甲市,,\n"
    "c,jiti,丙处,,甲市,,\n"
    "d,geren,张三,乙处,乙厅,,\n";

const std::string kToBe = "d,geren,张三,乙处,";

TEST(JointLimitsTest, AUnitOfTheGroupProposesFewInAllAwardsTogether) {
  const std::vector<std::string> advised = {at_candidate(5, 15, "joint-limit-advised")};
  const std::vector<std::string> exceeded = {at_candidate(5, 15, "joint-limit-exceeded")};
  const Variation second = {kSampleCandidates, kToBe + "乙厅", kToBe + "甲厅"};
  const CheckCase cases[] = {
      {{{kSampleCandidates, kToBe + "乙厅", kToBe + "丙厅"}}, {}},
      {{second}, advised},
      {{second, {kSampleCampaign, "candidates = 1\n", "candidates = 1\nstrength = \"hard\"\n"}},
       exceeded},
      {{second, {kSampleCampaign, "candidates = 1\n", "candidates = 2\n"}}, {}},
      {{{kSampleCandidates, kToBe + "乙厅,", kToBe + "甲厅,reserve"}}, {}},
      {{{kSampleCandidates, kToBe + "乙厅,", kToBe + "甲厅,cancelled"}}, {still_on_list()}},
      {{{kSampleCandidates, kToBe + "乙厅,,", kToBe + "甲厅,,理由"},
        {kSampleCampaign, "title = \"示例评选\"\n",
         "title = \"示例评选\"\nquota_exemptions = [\"理由\"]\n"}},
       {}},
      // Two candidates under the group's own name cannot be told apart by unit: one unit.
      {{{kSampleCandidates, "甲厅", "省直"}, {kSampleCandidates, "乙厅", "省直"}}, advised},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

TEST(JointLimitsTest, AGroupMayListItsUnits) {
  const Variation listed = {kSampleCampaign, "other_units = true\n", "units = [\"甲厅\"]\n"};
  const Variation also_listed = {kSampleCampaign, "other_units = true\n",
                                 "units = [\"甲厅\", \"乙厅\"]\n"};
  const Variation both_by = {kSampleCandidates, kToBe + "乙厅", kToBe + "甲厅"};
  const CheckCase cases[] = {
      {{listed, also_listed}, {}},
      {{listed, also_listed, both_by}, {at_candidate(5, 15, "joint-limit-advised")}},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

TEST(JointLimitsTest, TheGroupIsInTheTable) {
  const CheckCase cases[] = {
      {{{kSampleCampaign, "recommended_by = \"省直\"\ncandidates",
         "recommended_by = \"省值\"\ncandidates"}},
       {at_terms(kTermsLine + 11, "joint-limit-unknown-group")}},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
  SourceTree tree = sample_with(kTerms, kCandidates);
  apply(cases[0].changes[0], tree);
  EXPECT_EQ(load_and_check(tree).problems.at(0).message,
            "名额分配表里没有“省值”这一行，“集体1个或个人1名”管不到任何单位；是不是“省直”？");
}

TEST(JointLimitsTest, TheSentenceNamesUnitNumbersAndWho) {
  SourceTree tree = sample_with(kTerms, kCandidates);
  apply({kSampleCandidates, kToBe + "乙厅", kToBe + "甲厅"}, tree);
  EXPECT_EQ(
      load_and_check(tree).problems.at(0).message,
      "“甲厅”推荐了 2 个（甲处、张三），各奖项合计最多 1 个（集体1个或个人1名）；请减去多出的");
}

}  // namespace
}  // namespace gongshi
