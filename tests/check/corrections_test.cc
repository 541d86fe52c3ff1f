#include "generator/check/corrections.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

std::string at(const std::string& place_and_code) {
  return std::string(kSampleNotice) + ":" + place_and_code;
}

std::string correction(const std::string& kind, const std::string& when,
                       const std::string& candidates = "") {
  return "[[correction]]\nat = " + when + "T10:00:00+08:00\nwhat = \"更正\"\nkind = \"" + kind +
         "\"\n" + (candidates.empty() ? "" : "candidates = [\"" + candidates + "\"]\n");
}

std::string extension(const std::string& closes, const std::string& decided) {
  return "[[extension]]\ncloses = " + closes + "\nat = " + decided +
         "T10:00:00+08:00\nreason = \"更正后重新公示\"\n";
}

const std::string kReview = "[[review]]";

// The sample runs from Wednesday 2017-06-21 to Tuesday 2017-06-27.
TEST(CorrectionsTest, ASubstantiveChangeOpensAFullWindow) {
  const CheckCase cases[] = {
      {{{kSampleNotice, kReview, correction("slip", "2017-06-23") + kReview}}, {}},
      {{{kSampleNotice, kReview, correction("removal", "2017-06-23", "yi-ju") + kReview}}, {}},
      {{{kSampleNotice, kReview, correction("substantive", "2017-06-21") + kReview}}, {}},
      {{{kSampleNotice, kReview, correction("substantive", "2017-06-22") + kReview}},
       {at("15:1 correction-window")}},
      {{{kSampleNotice, kReview, correction("addition", "2017-06-22", "yi-ju") + kReview}},
       {at("15:1 correction-window")}},
      {{{kSampleNotice, kReview,
         correction("substantive", "2017-06-22") + extension("2017-06-28", "2017-06-22") +
             kReview}},
       {}},
      {{{kSampleNotice, kReview,
         correction("substantive", "2017-06-23") + extension("2017-06-28", "2017-06-23") +
             kReview}},
       {at("15:1 correction-window")}},
      // The last moment is too late: a window that is over is not opened again.
      {{{kSampleNotice, kReview, correction("substantive", "2017-06-28") + kReview}},
       {at("15:1 correction-window")}},
      {{{kSampleNotice, kReview, correction("substantive", "2017-06-22") + kReview},
        {kSampleNotice, "author", "count_from = \"next-day\"\nauthor"},
        {kSampleNotice, "closes = 2017-06-27\n", ""}},
       {at("15:1 correction-window")}},
      {{{kSampleNotice, kReview,
         correction("substantive", "2017-06-22") + extension("2017-12-29", "2017-06-22") +
             correction("substantive", "2017-12-28") + kReview}},
       {at("23:1 calendar-year-unknown")}},
  };
  expect_problems(sample_content(), cases);
}

TEST(CorrectionsTest, TheProposalIsTheExtensionToWrite) {
  SourceTree tree = sample_content();
  apply({kSampleNotice, kReview, correction("substantive", "2017-06-22") + kReview}, tree);
  const Checked checked = load_and_check(tree);
  ASSERT_EQ(checked.problems.size(), 1U);
  EXPECT_EQ(checked.problems[0].message,
            "这次更正之后要重新公示满5个工作日，到2017年6月28日为止，现在只到2017年6月27日："
            "请写 [[extension]] closes = 2017-06-28、at = 2017-06-22T10:00:00+08:00、"
            "reason = \"更正后重新公示\"");
}

TEST(CorrectionsTest, AWithdrawnNoticeOwesNoWindow) {
  const CheckCase cases[] = {
      {{{kSampleNotice, kReview,
         "[withdrawal]\nat = 2017-06-23T00:00:00+08:00\nreason = \"重核\"\n" +
             correction("substantive", "2017-06-22") + kReview}},
       {}},
  };
  expect_problems(sample_content(), cases);
}

TEST(CorrectionsTest, AdditionsAndRemovalsSayWhom) {
  const Variation without{kSampleNotice, "[\"zhang-san\", \"yi-ju\"]", "[\"zhang-san\"]"};
  const CheckCase cases[] = {
      {{{kSampleNotice, kReview, correction("removal", "2017-06-22") + kReview}},
       {at("15:1 correction-candidates-missing")}},
      {{{kSampleNotice, kReview, correction("addition", "2017-06-21") + kReview}},
       {at("15:1 correction-candidates-missing")}},
      {{{kSampleNotice, kReview, correction("removal", "2017-06-22", "yi-ju") + kReview}, without},
       {at("15:1 correction-candidates-missing")}},
      {{{kSampleNotice, kReview, correction("addition", "2017-06-21", "yi-ju") + kReview}, without},
       {at("15:1 correction-candidates-missing")}},
      {{{kSampleNotice, kReview, correction("slip", "2017-06-22", "yi-ju") + kReview}, without},
       {}},
  };
  expect_problems(sample_content(), cases);
}

TEST(CorrectionsTest, ACorrectionComesAfterPublication) {
  const CheckCase cases[] = {
      {{{kSampleNotice, kReview, correction("slip", "2017-06-20") + kReview}},
       {at("15:1 correction-before-publication")}},
      {{{kSampleNotice, kReview, correction("slip", "2017-06-21") + kReview}}, {}},
  };
  expect_problems(sample_content(), cases);
}

// 取消后不再递补, unless the campaign says otherwise.
TEST(CorrectionsTest, WhoIsRemovedIsNotReplaced) {
  SourceTree tree = sample_content();
  tree.files[kSampleCandidates] =
      "id,award,name,unit,recommended_by\n"
      "zhang-san,geren,张三,甲局,甲市\n"
      "li-si,geren,李四,乙局,甲市\n"
      "wang-wu,geren,王五,丙局,乙市\n";
  tree.files.erase("campaigns/pingxuan/deeds/yi-ju.md");
  tree.files["campaigns/pingxuan/deeds/li-si.md"] = "甲。\n";
  tree.files["campaigns/pingxuan/deeds/wang-wu.md"] = "乙。\n";
  apply({kSampleNotice, "candidates = [\"zhang-san\", \"yi-ju\"]\n", ""}, tree);
  apply({kSampleNotice, kReview, extension("2017-06-30", "2017-06-22") + kReview}, tree);
  const std::string removal = correction("removal", "2017-06-22", "zhang-san");
  const CheckCase cases[] = {
      {{{kSampleNotice, kReview,
         removal + correction("addition", "2017-06-23", "li-si") + kReview}},
       {at("23:1 removal-substituted")}},
      {{{kSampleNotice, kReview,
         correction("addition", "2017-06-23", "li-si") + removal + kReview}},
       {at("18:1 removal-substituted")}},
      {{{kSampleNotice, kReview,
         removal + correction("addition", "2017-06-21", "li-si") + kReview}},
       {}},
      {{{kSampleNotice, kReview,
         removal + correction("addition", "2017-06-23", "wang-wu") + kReview}},
       {}},
      {{{kSampleNotice, kReview, removal + correction("addition", "2017-06-23", "li-si") + kReview},
        {kSampleCampaign, "title = \"示例评选\"\n", "title = \"示例评选\"\nsubstitutes = true\n"}},
       {}},
  };
  expect_problems(tree, cases);
}

}  // namespace
}  // namespace gongshi
