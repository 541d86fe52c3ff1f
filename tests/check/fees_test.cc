#include "generator/check/fees.h"

#include <gtest/gtest.h>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

TEST(FeesTest, FindsADemand) {
  const char* cases[] = {
      "每个单位收取评审费500元。",    "请于报名时缴纳报名费。", "入选者须交纳证书工本费",
      "不设名额限制。参评收取会务费", "缴纳培训、资料等费用",
  };
  for (const char* text : cases) EXPECT_TRUE(find_fee(text)) << text;
}

TEST(FeesTest, LeavesRefusalsAndOtherPaymentsAlone) {
  const char* cases[] = {
      "评选表彰不收取任何费用。",
      "严禁以任何名义收取费用",
      "禁止向参评单位收取或变相收取费用",
      "无需缴纳任何费用",
      "免收取工本费",
      "依法缴纳社会保险费",
      "按时足额交纳党费",
      "依法缴纳各项税费",
      "收取材料，费时两天",
      "没有发生违规收取费用的问题",
      "不得浪费",
      "",
  };
  for (const char* text : cases) EXPECT_FALSE(find_fee(text)) << text;
}

TEST(FeesTest, NoticesAndCriteriaAreRead) {
  const std::string fee = "请缴纳评审费。";
  const CheckCase cases[] = {
      {{{kSampleNotice, "现予公示。", fee}}, {std::string(kSampleNotice) + ":19:2 fee-demanded"}},
      {{{kSampleCriteria, "", "条件\n\n" + fee}},
       {std::string(kSampleCriteria) + ":3:2 fee-demanded"}},
      {{{kSampleDeeds, "走村入户", "代收取水费"}}, {}},
  };
  expect_problems(sample_content(), cases);
}

}  // namespace
}  // namespace gongshi
