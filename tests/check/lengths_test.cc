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

// Forty about: from thirty-two to forty-eight.
TEST(LengthsTest, AboutALengthIsAFifthMoreOrLess) {
  const std::string far = std::string(kSampleDeeds) + ":1:1 deeds-far-from-length";
  const auto about = [](const std::string& number) {
    return Variation{kSampleCampaign, "deeds_max_chars = 40", "deeds_about_chars = " + number};
  };
  const auto deeds = [](int length) {
    return Variation{kSampleDeeds, "", repeated("文 ", length)};
  };
  const CheckCase cases[] = {
      {{about("40"), deeds(40)}, {}},
      {{about("40"), deeds(32)}, {}},
      {{about("40"), deeds(48)}, {}},
      {{about("40"), deeds(31)}, {far}},
      {{about("40"), deeds(49)}, {far}},
      {{about("41"), deeds(33)}, {}},
      {{about("41"), deeds(32)}, {far}},
      {{about("41"), deeds(49)}, {}},
      {{about("41"), deeds(50)}, {far}},
      {{about("100000"), deeds(9)}, {far}},
      {{about("40"), {kSampleDeeds, "", kRemoved}},
       {std::string(kSampleDeeds) + ":1:1 missing-file"}},
  };
  expect_problems(sample_content(), cases);
}

TEST(LengthsTest, CellsHaveTheirLimitsToo) {
  const Variation limits = {kSampleCampaign, "deeds_max_chars = 40",
                            "brief_max_chars = 5\nperformance_max_chars = 3"};
  const auto cells = [](const std::string& brief, const std::string& performance) {
    return Variation{kSampleCandidates, "",
                     "id,award,name,unit,brief,performance\nyi-ju,jiti,乙局,," +
                         repeated("文", 99) + "," + repeated("文", 99) +
                         "\nzhang-san,geren,张𬱖,乙局," + brief + "," + performance + "\n"};
  };
  const std::string row = std::string(kSampleCandidates) + ":3:";
  const CheckCase cases[] = {
      {{limits, cells("", "")}, {}},
      {{limits, cells("文文 文文𬱖", "文文文")}, {}},
      {{limits, cells("文文文文文文", "文文文")}, {row + "23 brief-too-long"}},
      {{limits, cells("文", "文文 文文")}, {row + "25 performance-too-long"}},
      {{cells("文文文文文文", "文文文文")}, {}},
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
