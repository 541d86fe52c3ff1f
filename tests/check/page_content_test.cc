#include "generator/check/page_content.h"

#include <gtest/gtest.h>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

TEST(PageContentTest, ANoticeShowsItsBasisItsCandidatesAndWhoTheyAre) {
  const std::string basis = "[[basis]]\ntitle = \"关于评选的通知\"\nnumber = \"示函〔2017〕1号\"\n";
  const CheckCase cases[] = {
      {{{kSampleCampaign, basis, ""}}, {std::string(kSampleCampaign) + ":1:1 page-content-basis"}},
      {{{kSampleNotice, "candidates = [\"zhang-san\", \"yi-ju\"]", "candidates = []"}},
       {std::string(kSampleNotice) + ":7:14 page-content-candidates"}},
      {{{kSampleNotice, "candidates = [\"zhang-san\", \"yi-ju\"]", ""}}, {}},
      {{{kSampleCandidates, "张𬱖,乙局", "张𬱖,"}},
       {std::string(kSampleCandidates) + ":3:1 page-content-unit"}},
      {{{kSampleCandidates, "张𬱖,乙局", "张𬱖,\u3000"}},
       {std::string(kSampleCandidates) + ":3:1 page-content-unit"}},
      {{{kSampleCandidates, "yi-ju,jiti,乙局,,", "yi-ju,jiti,乙局,某县,"}}, {}},
  };
  expect_problems(sample_content(), cases);
}

// Conditions and deeds are files: that they are there, and say something, is the loader's to see.
TEST(PageContentTest, ConditionsAndDeedsAreRequiredFiles) {
  const CheckCase cases[] = {
      {{{kSampleCriteria, "", kRemoved}}, {std::string(kSampleCriteria) + ":1:1 missing-file"}},
      {{{kSampleCriteria, "", " \n"}}, {std::string(kSampleCriteria) + ":1:1 empty-file"}},
      {{{kSampleDeeds, "", kRemoved}}, {std::string(kSampleDeeds) + ":1:1 missing-file"}},
      {{{kSampleDeeds, "", "\u3000\n"}}, {std::string(kSampleDeeds) + ":1:1 empty-file"}},
  };
  expect_problems(sample_content(), cases);
}

}  // namespace
}  // namespace gongshi
