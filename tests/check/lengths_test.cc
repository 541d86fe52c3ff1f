#include "generator/check/lengths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// The sample's award allows 40 characters.
TEST(LengthsTest, CharactersCountAndBlanksDoNot) {
  const std::string too_long = std::string(kSampleDeeds) + ":1:1 deeds-too-long";
  const CheckCase cases[] = {
      {{{kSampleDeeds, "", repeated("文", 40)}}, {}},
      {{{kSampleDeeds, "", repeated("文", 41)}}, {too_long}},
      {{{kSampleDeeds, "", repeated("𬱖", 40)}}, {}},
      {{{kSampleDeeds, "", repeated("𬱖", 41)}}, {too_long}},
      {{{kSampleDeeds, "", repeated("文 \n\u3000\r\n", 40)}}, {}},
      {{{kSampleDeeds, "", repeated("文 ", 41)}}, {too_long}},
      {{{kSampleDeeds, "", "\uFEFF" + repeated("a", 40)}}, {}},
      {{{kSampleCampaign, "deeds_max_chars = 40\n", ""}, {kSampleDeeds, "", repeated("文", 9999)}},
       {}},
      // A collective's award has no limit in the sample.
      {{{"campaigns/pingxuan/deeds/yi-ju.md", "", repeated("文", 9999)}}, {}},
  };
  expect_problems(sample_content(), cases);
}

TEST(LengthsTest, TheSentenceNamesBothNumbers) {
  SourceTree tree = sample_content();
  tree.files[kSampleDeeds] = repeated("文", 41);
  EXPECT_EQ(
      load_and_check(tree).problems.at(0).message,
      "“张𬱖”的主要事迹有 41 字（不计空白），“先进工作者”最多 40 "
      "字；请压缩");
}

}  // namespace
}  // namespace gongshi
