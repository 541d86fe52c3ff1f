#include "generator/check/consultations.h"

#include <gtest/gtest.h>

#include "tests/check/terms_sample.h"

namespace gongshi {
namespace {

constexpr const char* kTerms = R"([[consultation]]
organ = "公安机关"
[[consultation]]
organ = "纪检监察机关"
awards = ["geren"]
natures = ["机关", "事业单位"]
)";

constexpr const char* kCandidates =
    "id,award,name,unit,candidacy,nature,consulted,consulted_by\n"
    "a,jiti,甲局,,,机关,公安机关,甲市\n"
    "b,geren,张三,甲局,,机关,公安机关；纪检监察机关,甲市\n";

Variation person(const std::string& to) {
  return {kSampleCandidates, "张三,甲局,,机关,公安机关；纪检监察机关,甲市", to};
}

TEST(ConsultationsTest, WhoIsListedHasEveryOpinionThatItsAwardAndNatureRequire) {
  const auto missing = [](int column) {
    return std::vector{at_candidate(3, column, "consultation-missing")};
  };
  const CheckCase cases[] = {
      {{person("张三,甲局,,企业,公安机关,甲市")}, {}},
      {{person("张三,甲局,,机关,公安机关,甲市")}, missing(19)},
      {{person("张三,甲局,,事业单位,公安机关,甲市")}, missing(21)},
      {{person("张三,甲局,,,公安机关,甲市")}, missing(17)},
      {{person("张三,甲局,,机关,,甲市")}, missing(19)},
      {{person("张三,甲局,reserve,机关,,甲市")}, missing(26)},
      {{person("张三,甲局,cancelled,机关,,甲市")}, {still_on_list()}},
      {{person("张三,甲局,,机关, 纪检监察机关 ； 公安机关 ,甲市")}, {}},
      {{person("张三,甲局,,机关,公安机关；纪检监察机关；卫生健康部门,甲市")}, {}},
      {{{kSampleCandidates, "甲局,,,机关,公安机关", "甲局,,,机关,"}},
       {at_candidate(2, 16, "consultation-missing")}},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

TEST(ConsultationsTest, OnlyWhoIsListedIsAskedAbout) {
  const std::string nobody = "张三,甲局,,机关,,甲市";
  const CheckCase cases[] = {
      {{person(nobody), {kSampleNotice, "\"a\", \"b\"", "\"a\""}}, {}},
      {{person(nobody),
        {kSampleNotice, "[[review]]",
         "[withdrawal]\nat = 2017-06-22T00:00:00+08:00\nreason = \"重核\"\n[[review]]"}},
       {}},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

TEST(ConsultationsTest, TheCandidateDoesNotCarryTheForm) {
  const std::string opinions = "张三,甲局,,机关,公安机关；纪检监察机关,";
  const std::vector<std::string> own = {at_candidate(3, 31, "consultation-by-candidate")};
  const CheckCase cases[] = {
      {{person(opinions + "张三")}, own},
      {{person(opinions + "\u3000张三 ")}, own},
      {{person(opinions)}, {}},
      {{person(opinions + "张三丰")}, {}},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

TEST(ConsultationsTest, ASlipInAnOrgansNameIsMended) {
  SourceTree tree = sample_with(kTerms, kCandidates);
  apply(person("张三,甲局,,机关,公安机关；纪检监查机关,甲市"), tree);
  const Diagnostics problems = load_and_check(tree).problems;
  EXPECT_EQ(places_and_codes(problems),
            (std::vector{at_candidate(3, 19, "consultation-missing"),
                         at_candidate(3, 19, "consultation-unknown-organ")}));
  EXPECT_EQ(problems.at(0).message,
            "“张三”已经公示，还没有纪检监察机关的意见；征求之后填进 consulted 这一格");
  EXPECT_EQ(problems.at(1).message,
            "“张三”的 consulted 里，活动没有要求征求“纪检监查机关”的意见；是不是“纪检监察机关”？");
}

}  // namespace
}  // namespace gongshi
