#include "generator/check/caps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/check/dice.h"
#include "tests/check/terms_sample.h"

namespace gongshi {
namespace {

constexpr const char* kTerms = R"([[cap]]
title = "县处级不超过先进工作者总数的20%"
awards = ["geren"]
levels = ["县处级正职", "县处级副职"]
percent = 20
of_awards = ["geren"]
)";

constexpr const char* kCandidates =
    "id,award,name,unit,recommended_by,candidacy,level\n"
    "a,geren,张三,甲局,甲市,,县处级正职\n"
    "b,geren,李四,甲局,甲市,,县处级副职\n"
    "c,geren,王五,甲局,乙市,,科级\n"
    "d,jiti,甲局,,乙市,,县处级正职\n";

Variation total(int number) {
  return {kSampleCampaign, "kind = \"individual\"\n",
          "kind = \"individual\"\ntotal = " + std::to_string(number) + "\n"};
}
Variation term(const std::string& from, const std::string& to) {
  return {kSampleCampaign, from, to};
}
// With a total, the terms begin one line further down.
std::vector<std::string> advised() { return {at_terms(kTermsLine + 1, "cap-advised")}; }

TEST(CapsTest, APercentageIsRoundedDown) {
  const CheckCase cases[] = {
      {{total(14)}, {}},
      {{total(10)}, {}},
      {{total(9)}, advised()},
      {{total(1)}, advised()},
      {{total(9), term("percent = 20\n", "percent = 20\nstrength = \"hard\"\n")},
       {at_terms(kTermsLine + 1, "cap-exceeded")}},
      {{total(9), term("percent = 20\n", "percent = 20\ncounted_elsewhere = true\n")}, {}},
      {{total(1), term("percent = 20\n", "percent = 100\n")}, advised()},
      {{total(1000000), term("percent = 20\n", "percent = 0\n")}, advised()},
      {{total(1000000), term("percent = 20\n", "percent = 100\n")}, {}},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

// The list of 2017 has three people and one of them is a division chief; a fifth of three is
// nobody, and the list is right: the denominator is the campaign's.
TEST(CapsTest, TheDenominatorIsTheCampaignsAndNotAListsLength) {
  const std::string three =
      "id,award,name,unit,recommended_by,candidacy,level\n"
      "zhou,geren,周某,省局,省局,,县处级正职\n"
      "zhang,geren,张某,省局,省局,,科级\n"
      "wang,geren,王某,省局,省局,,科级\n";
  const CheckCase cases[] = {
      {{total(67)}, {}},
      {{total(5)}, {}},
      {{total(4)}, advised()},
  };
  expect_problems(sample_with(kTerms, three), cases);
}

TEST(CapsTest, TheWholeCampaignCountsAndNotOneList) {
  const Variation shorter = {kSampleNotice, "\"a\", \"b\", \"c\", \"d\"", "\"a\""};
  const auto second = [](const std::string& candidacy) {
    return Variation{kSampleCandidates, "甲市,,县处级副职", "甲市," + candidacy + ",县处级副职"};
  };
  const CheckCase cases[] = {
      {{total(9), shorter}, advised()},
      {{total(9), second("reserve")}, advised()},
      {{total(9), second("cancelled")}, {still_on_list()}},
      {{total(9), {kSampleCandidates, "县处级副职", "科级"}}, {}},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

TEST(CapsTest, ANumberBoundsACampaignOrEachUnit) {
  const auto count = [](const std::string& words) {
    return term("percent = 20\nof_awards = [\"geren\"]\n", words);
  };
  const std::vector<std::string> once = {at_terms(kTermsLine, "cap-advised")};
  const Variation level = {kSampleCandidates, "王五,甲局,乙市,,科级", "王五,甲局,乙市,,县处级正职"};
  const CheckCase cases[] = {
      {{count("count = 2\n")}, {}},
      {{count("count = 1\n")}, once},
      {{count("count = 0\n")}, once},
      {{count("count = 2\n"), level}, once},
      {{count("count = 2\neach_unit = true\n"), level}, {}},
      {{count("count = 1\neach_unit = true\n"), level}, once},
      {{count("count = 2\nat_least = true\n")}, {}},
      {{count("count = 3\nat_least = true\n")}, once},
      {{count("count = 1\nat_least = true\neach_unit = true\n"), level}, {}},
      {{count("count = 1\nat_least = true\neach_unit = true\n")}, once},
      {{count("count = 1\nat_least = true\neach_unit = true\nstrength = \"hard\"\n")},
       {at_terms(kTermsLine, "cap-exceeded")}},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

// Of 11 a fifth is 2.2: a ceiling lets two pass, a floor wants three.
TEST(CapsTest, AFloorIsRoundedUp) {
  const Variation floor = term("percent = 20\n", "percent = 20\nat_least = true\n");
  const CheckCase cases[] = {
      {{total(11)}, {}},
      {{total(10), floor}, {}},
      {{total(11), floor}, advised()},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

TEST(CapsTest, AFloorBindsOnlyWhereSomebodyIsProposed) {
  const std::string collectives =
      "id,award,name,unit,recommended_by,candidacy,level\n"
      "d,jiti,甲局,,乙市,,县处级正职\n";
  const Variation floor =
      term("percent = 20\nof_awards = [\"geren\"]\n", "count = 1\nat_least = true\n");
  const CheckCase cases[] = {{{floor}, {}}};
  expect_problems(sample_with(kTerms, collectives), cases);
}

TEST(CapsTest, TheDenominatorMayBeSeveralAwardsAndNeedsTheirTotals) {
  const Variation both = term("of_awards = [\"geren\"]", "of_awards = [\"geren\", \"jiti\"]");
  const Variation twice = term("of_awards = [\"geren\"]", "of_awards = [\"geren\", \"geren\"]");
  const Variation five = {kSampleCampaign, "kind = \"collective\"\n",
                          "kind = \"collective\"\ntotal = 5\n"};
  const CheckCase cases[] = {
      {{both, five, total(5)}, {}},
      {{both, five, total(4)}, {at_terms(kTermsLine + 2, "cap-advised")}},
      {{twice, total(9)}, advised()},
      {{both, total(9)}, {at_terms(kTermsLine + 1, "cap-total-missing")}},
      {{term("percent = 20\n", "percent = 20\n")}, {at_terms(kTermsLine, "cap-total-missing")}},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

TEST(CapsTest, TheSentenceTellsCountLimitDenominatorAndWho) {
  SourceTree tree = sample_with(kTerms, kCandidates);
  apply(total(9), tree);
  EXPECT_EQ(load_and_check(tree).problems.at(0).message,
            "“县处级不超过先进工作者总数的20%”：整个活动有 2 个（张三、李四），9 个的 "
            "20%，最多 1 个；请调整人选");
}

TEST(CapsTest, ALevelThatATermAsksForIsMissed) {
  const std::vector<std::string> missing = {at_candidate(4, 19, "level-missing")};
  const Variation blank = {kSampleCandidates, "乙市,,科级", "乙市,,"};
  const Variation exclusion = {kSampleCampaign, kTerms,
                               "[[exclusion]]\ntitle = \"甲\"\nlevels = [\"副厅局级\"]\n"};
  const auto cap = [](const std::string& from, const std::string& to) { return term(from, to); };
  const CheckCase cases[] = {
      {{total(67), blank}, missing},
      {{total(67), {kSampleCandidates, "甲局,,乙市,,县处级正职", "甲局,,乙市,,"}}, {}},
      {{total(67), {kSampleCandidates, "乙市,,科级", "乙市,cancelled,"}}, {still_on_list()}},
      {{total(67), {kSampleCandidates, "乙市,,科级", "乙市,,无"}}, {}},
      {{blank, exclusion}, missing},
      {{blank, cap("percent = 20\n", "percent = 20\ncounted_elsewhere = true\n")}, {}},
      {{total(67), blank,
        cap("levels = [\"县处级正职\", \"县处级副职\"]\n", "natures = [\"机关\"]\n")},
       {}},
      {{total(67), blank, cap("awards = [\"geren\"]\n", "awards = [\"jiti\"]\n")}, {}},
      // Two terms ask, one sentence answers.
      {{blank, term("[[cap]]", "[[exclusion]]\ntitle = \"甲\"\nlevels = [\"副厅局级\"]\n[[cap]]"),
        total(67)},
       missing},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

// --- the same counted another way, over random small campaigns ---

Campaign random_campaign(Dice& dice) {
  Campaign campaign;
  for (const char* id : {"x", "y"}) {
    Award& award = campaign.awards.emplace_back();
    award.id = *AwardId::parse(id);
    award.total = dice.below(30);
  }
  for (int i = 0; i < 10; ++i) {
    Candidate& candidate = campaign.candidates.emplace_back();
    candidate.award = campaign.awards[static_cast<std::size_t>(dice.below(2))].id;
    candidate.recommended_by = std::to_string(dice.below(3));
    candidate.candidacy =
        dice.one_in(4) ? static_cast<Candidacy>(dice.below(3)) : Candidacy::Proposed;
    candidate.facts["level"] = dice.one_in(2) ? "处" : "科";
  }
  Cap& cap = campaign.caps.emplace_back();
  cap.selector.levels = {"处"};
  if (dice.one_in(2)) cap.selector.awards = {campaign.awards[0].id};
  if (dice.one_in(2)) {
    cap.count = dice.below(5);
  } else {
    cap.percent = dice.below(30);
    cap.of_awards = {campaign.awards[0].id, campaign.awards[1].id};
  }
  cap.at_least = dice.one_in(3);
  cap.each_unit = dice.one_in(2);
  cap.counted_elsewhere = dice.one_in(9);
  return campaign;
}

bool is_broken(const Cap& cap, const Campaign& campaign, const std::string& unit) {
  int proposed = 0;
  int matching = 0;
  for (const Candidate& candidate : campaign.candidates) {
    if (candidate.candidacy == Candidacy::Cancelled) continue;
    if (cap.each_unit && candidate.recommended_by != unit) continue;
    if (!cap.selector.awards.empty() && candidate.award != cap.selector.awards[0]) continue;
    ++proposed;
    if (candidate.fact("level") == "处") ++matching;
  }
  // In hundredths, so that nothing needs rounding.
  const int limit = cap.count
                        ? *cap.count * 100
                        : *cap.percent * (*campaign.awards[0].total + *campaign.awards[1].total);
  return cap.at_least ? proposed > 0 && matching * 100 < limit : limit < matching * 100;
}

TEST(CapsTest, AgreesWithComparingHundredths) {
  int seen = 0;
  for (unsigned seed = 0; seed < 2000; ++seed) {
    Dice dice(seed);
    Content content;
    content.campaigns = {random_campaign(dice)};
    const Cap& cap = content.campaigns[0].caps[0];
    int expected = 0;
    const auto units =
        cap.each_unit ? std::vector<std::string>{"0", "1", "2"} : std::vector<std::string>{""};
    for (const std::string& unit : units) {
      if (!cap.counted_elsewhere && is_broken(cap, content.campaigns[0], unit)) ++expected;
    }
    Diagnostics problems;
    check_caps(content, problems);
    EXPECT_EQ(problems.size(), static_cast<std::size_t>(expected)) << "seed " << seed;
    seen += expected;
  }
  EXPECT_GT(seen, 500) << "campaigns that keep every cap prove nothing";
}

}  // namespace
}  // namespace gongshi
