#include "generator/check/exclusions.h"

#include <gtest/gtest.h>

#include "tests/check/terms_sample.h"

namespace gongshi {
namespace {

constexpr const char* kTerms = R"([[exclusion]]
title = "副厅局级及以上不参加评选"
levels = ["副厅局级"]
[[exclusion]]
title = "县级以上党委、政府一般不推荐"
awards = ["jiti"]
endings = ["委员会", "人民政府"]
strength = "soft"
[[exclusion]]
title = "今年已受表彰的不再推荐"
honours = ["2017年全国先进个人"]
natures = ["企业"]
)";

constexpr const char* kCandidates =
    "id,award,name,unit,candidacy,level,nature,honours\n"
    "a,jiti,甲局,,,县处级,机关,\n"
    "b,geren,张三,甲局,,科级,机关,市先进；省先进\n";

TEST(ExclusionsTest, WhoDoesNotTakePartIsFoundAtTheCell) {
  const auto person = [](const std::string& to) {
    return Variation{kSampleCandidates, "张三,甲局,,科级,机关,市先进；省先进", to};
  };
  const auto collective = [](const std::string& to) {
    return Variation{kSampleCandidates, "甲局,,,县处级", to};
  };
  const CheckCase cases[] = {
      {{person("张三,甲局,,副厅局级,机关,")}, {at_candidate(3, 16, "candidate-excluded")}},
      {{person("张三,甲局,reserve,副厅局级,机关,")}, {at_candidate(3, 23, "candidate-excluded")}},
      {{person("张三,甲局,cancelled,副厅局级,机关,")}, {still_on_list()}},
      {{person("张三,甲局,,科级,企业,")}, {at_candidate(3, 19, "candidate-excluded")}},
      {{person("张三,甲局,,科级,机关,省先进；2017年全国先进个人")},
       {at_candidate(3, 22, "candidate-excluded")}},
      {{person("张三,甲局,,科级,机关,2016年全国先进个人")}, {}},
      {{person("张人民政府,甲局,,科级,机关,")}, {}},
      {{collective("甲县人民政府,,,县处级")}, {at_candidate(2, 8, "candidate-discouraged")}},
      {{collective("中共甲县委员会,,,县处级")}, {at_candidate(2, 8, "candidate-discouraged")}},
      {{collective("甲县委员会办公室,,,县处级")}, {}},
      {{collective("甲县人民政府,,cancelled,县处级")}, {still_on_list()}},
      // Two rules, two sentences.
      {{collective("甲县人民政府,,,副厅局级")},
       {at_candidate(2, 8, "candidate-discouraged"), at_candidate(2, 17, "candidate-excluded")}},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

TEST(ExclusionsTest, TheSentenceNamesWhoWhatAndWhy) {
  SourceTree tree = sample_with(kTerms, kCandidates);
  apply({kSampleCandidates, "科级", "副厅局级"}, tree);
  EXPECT_EQ(load_and_check(tree).problems.at(0).message,
            "“张三”的级别合于“副厅局级”：副厅局级及以上不参加评选；请撤下");
}

}  // namespace
}  // namespace gongshi
