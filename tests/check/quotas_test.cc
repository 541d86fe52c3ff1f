#include "generator/check/quotas.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/check/terms_sample.h"

namespace gongshi {
namespace {

constexpr const char* kCandidates =
    "id,award,name,unit,recommended_by,candidacy,quota_exemption\n"
    "a,jiti,甲局,,太原市,,\n"
    "b,geren,张三,甲局,大同市,,\n";

std::string quota(const std::string& unit, const std::string& award, const std::string& numbers) {
  return "[[quota]]\nrecommended_by = \"" + unit + "\"\naward = \"" + award + "\"\n" + numbers;
}

const std::string kGood = quota("太原市", "jiti", "awards = 2\n") +
                          quota("大同市", "jiti", "awards = 1\n") +
                          quota("大同市", "geren", "awards = 4\nrecommends = 5\n");

// The line of the award in campaign.toml is 6.
Variation total(int number) {
  return {kSampleCampaign, "kind = \"collective\"\n",
          "kind = \"collective\"\ntotal = " + std::to_string(number) + "\n"};
}

TEST(QuotasTest, TheRowsOfAnAwardAddUpToItsTotal) {
  const std::string three = quota("各县", "jiti", "units = [\"甲县\", \"乙县\", \"丙县\"]\n");
  const std::string others = quota("其他", "jiti", "other_units = true\n");
  struct Case {
    std::string more;
    int total;
    bool adds_up;
  };
  const Case cases[] = {
      {"", 3, true},
      {"", 2, false},
      {"", 4, false},
      {three + "awards = 5\n", 8, true},
      {three + "awards = 5\nfor_each_unit = true\n", 18, true},
      {three + "awards = 5\nfor_each_unit = true\n", 8, false},
      {others + "awards = 5\n", 8, true},
      {others + "awards = 5\n", 3, false},
      // How many the others are is not known, nor is a number that a row does not say.
      {others + "awards = 5\nfor_each_unit = true\n", 3, true},
      {three, 1, true},
      {quota("朔州市", "jiti", "awards = 1000000\n"), 1000000, false},
  };
  for (const Case& c : cases) {
    SourceTree tree = sample_with(kGood + c.more, kCandidates);
    apply(total(c.total), tree);
    EXPECT_EQ(places_and_codes(load_and_check(tree).problems),
              c.adds_up ? std::vector<std::string>() : std::vector{at_terms(6, "quota-sum")})
        << c.more << c.total;
  }
}

// The printed table of 2022: thirty-three collectives and sixty-seven workers.
struct PrintedRow {
  const char* unit;
  int collectives, collectives_recommended, workers, workers_recommended;
};
constexpr PrintedRow kTableOf2022[] = {
    {"太原市", 2, 3, 4, 5}, {"大同市", 2, 3, 4, 5},  {"朔州市", 1, 2, 3, 4}, {"忻州市", 3, 4, 6, 8},
    {"吕梁市", 2, 3, 7, 9}, {"晋中市", 2, 3, 5, 6},  {"阳泉市", 1, 2, 3, 4}, {"长治市", 2, 3, 6, 8},
    {"晋城市", 1, 2, 2, 3}, {"临汾市", 3, 4, 8, 10}, {"运城市", 2, 3, 7, 9},
};

Campaign campaign_of_2022() {
  Campaign campaign;
  Award collective;
  collective.id = *AwardId::parse("jiti");
  collective.total = 33;
  Award worker;
  worker.id = *AwardId::parse("geren");
  worker.total = 67;
  campaign.awards = {collective, worker};
  for (const PrintedRow& row : kTableOf2022) {
    campaign.quotas.push_back(
        quota_row(row.unit, collective.id, row.collectives, row.collectives_recommended));
    campaign.quotas.push_back(quota_row(row.unit, worker.id, row.workers, row.workers_recommended));
  }
  for (const AwardId& award : {collective.id, worker.id}) {
    campaign.quotas.push_back(quota_row("省直、中央驻晋有关单位", award, 12, std::nullopt));
    campaign.quotas.back().other_units = true;
  }
  campaign.surplus = Surplus{.awards = 5, .recommends = 6, .place = {}};
  return campaign;
}

TEST(QuotasTest, TheTableOf2022IsRightInEveryCell) {
  Content content;
  content.campaigns = {campaign_of_2022()};
  Diagnostics problems;
  check_quotas(content, problems);
  EXPECT_THAT(problems, testing::IsEmpty());
  for (Quota& row : content.campaigns[0].quotas) {
    if (!row.recommends) continue;
    ++*row.recommends;
    check_quotas(content, problems);
    EXPECT_EQ(problems.size(), 1U) << row.recommended_by;
    problems.clear();
    --*row.recommends;
  }
}

TEST(QuotasTest, TheSurplusIsRoundedUp) {
  struct Case {
    int awards, surplus_awards, surplus_recommends;
    std::int64_t recommends;
  };
  const Case cases[] = {
      {0, 5, 6, 0},
      {1, 5, 6, 2},
      {4, 5, 6, 5},
      {5, 5, 6, 6},
      {6, 5, 6, 8},
      {10, 5, 6, 12},
      {7, 1, 1, 7},
      {3, 2, 3, 5},
      {1000000, 1, 1000000, 1000000000000},
      {1000000, 1000000, 1, 1},
      {1, 1000000, 1, 1},
  };
  for (const Case& c : cases) {
    Content content;
    content.campaigns.resize(1);
    Campaign& campaign = content.campaigns[0];
    campaign.surplus = {
        .awards = c.surplus_awards, .recommends = c.surplus_recommends, .place = {}};
    campaign.quotas = {quota_row("甲", *AwardId::parse("jiti"), c.awards, 999999)};
    Diagnostics problems;
    check_quotas(content, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_THAT(problems[0].message,
                testing::HasSubstr("应推荐 " + std::to_string(c.recommends) + " 个，"));
    campaign.quotas[0].recommends = static_cast<int>(std::min<std::int64_t>(c.recommends, 1000000));
    problems.clear();
    check_quotas(content, problems);
    EXPECT_EQ(problems.empty(), c.recommends <= 1000000) << c.awards;
  }
}

TEST(QuotasTest, ARowWithAWrongSurplusIsReportedAtTheRow) {
  const std::string surplus = "[surplus]\nawards = 5\nrecommends = 6\n";
  const CheckCase cases[] = {
      {{{kSampleCampaign, "recommends = 5\n", "recommends = 5\n" + surplus}}, {}},
      {{{kSampleCampaign, "recommends = 5\n", "recommends = 4\n" + surplus}},
       {at_terms(kTermsLine + 8, "quota-surplus")}},
      {{{kSampleCampaign, "recommends = 5\n", "recommends = 4\n"}}, {}},
      {{{kSampleCampaign, "recommends = 5\n", surplus}}, {}},
      {{{kSampleCampaign, "awards = 4\nrecommends = 5\n", "recommends = 99\n" + surplus}}, {}},
  };
  expect_problems(sample_with(kGood, kCandidates), cases);
}

TEST(QuotasTest, AUnitHasOneRowForAnAward) {
  const std::string row = "[[quota]]\nrecommended_by = \"大同市\"\naward = \"jiti\"\n";
  const auto repeated = [](int line) {
    return std::vector{at_terms(kTermsLine + line, "quota-duplicate")};
  };
  const CheckCase cases[] = {
      {{{kSampleCampaign, "recommended_by = \"大同市\"\naward = \"jiti\"",
         "recommended_by = \"太原市\"\naward = \"jiti\""}},
       repeated(4)},
      {{{kSampleCampaign, row, row + "units = [\"甲县\", \"乙县\"]\n"}}, {}},
      {{{kSampleCampaign, row, row + "units = [\"甲县\", \"太原市\"]\n"}}, repeated(4)},
      {{{kSampleCampaign, row, row + "units = [\"甲县\", \"甲县\"]\n"}}, repeated(4)},
      {{{kSampleCampaign, row, row + "units = [\"大同市\"]\nfor_each_unit = true\n"}}, {}},
      {{{kSampleCampaign, row, row + "other_units = true\n"},
        {kSampleCampaign, "jiti\"\nawards = 2\n", "jiti\"\nawards = 2\nother_units = true\n"}},
       repeated(5)},
  };
  expect_problems(sample_with(kGood, kCandidates), cases);
}

TEST(QuotasTest, WhoRecommendsIsInTheTable) {
  const std::vector<std::string> unknown = {at_candidate(2, 12, "quota-unit-unknown")};
  const auto recommended_by = [](const std::string& unit, const std::string& more = ",,") {
    return Variation{kSampleCandidates, "太原市,,", unit + more};
  };
  const CheckCase cases[] = {
      {{recommended_by("大同市")}, {}},
      {{recommended_by("太原")}, unknown},
      {{recommended_by("")}, unknown},
      {{recommended_by("朔州市")}, unknown},
      {{recommended_by("朔州市", ",reserve,")}, unknown},
      {{recommended_by("朔州市", ",cancelled,")}, {still_on_list()}},
      {{{kSampleCandidates, "b,geren,张三,甲局,大同市", "b,geren,张三,甲局,太原市"}},
       {at_candidate(3, 15, "quota-unit-unknown")}},
      {{recommended_by("朔州市"),
        {kSampleCampaign, "jiti\"\nawards = 2\n", "jiti\"\nawards = 2\nother_units = true\n"}},
       {}},
      // Without a row for the award there is nothing to stand in.
      {{{kSampleCampaign, quota("大同市", "geren", "awards = 4\nrecommends = 5\n"), ""},
        {kSampleCandidates, "b,geren,张三,甲局,大同市", "b,geren,张三,甲局,丙省"}},
       {}},
  };
  expect_problems(sample_with(kGood, kCandidates), cases);
}

TEST(QuotasTest, ASlipOfTheUnitIsMended) {
  const std::pair<const char*, const char*> cases[] = {
      {"太原", "名额分配表里没有“太原”这个推荐单位；是不是“太原市”？"},
      {"丙省", "名额分配表里没有“丙省”这个推荐单位；请改成表里的写法，或在 [[quota]] 里补上"},
      {" ", "“甲局”没有写推荐单位，无法对照名额；请填上 recommended_by 这一格"},
  };
  for (const auto& [unit, message] : cases) {
    SourceTree tree = sample_with(kGood, kCandidates);
    apply({kSampleCandidates, "太原市", unit}, tree);
    EXPECT_EQ(load_and_check(tree).problems.at(0).message, message);
  }
}

TEST(QuotasTest, AnExemptionIsOneOfTheCampaigns) {
  const Variation listed = {kSampleCampaign, "title = \"示例评选\"\n",
                            "title = \"示例评选\"\nquota_exemptions = [\"最美信访干部\"]\n"};
  const Variation exempt = {kSampleCandidates, "太原市,,", "朔州市,,最美信访干部"};
  const std::vector<std::string> unknown = {at_candidate(2, 17, "quota-exemption-unknown")};
  const CheckCase cases[] = {
      {{listed, exempt}, {}},
      {{exempt}, unknown},
      {{listed, {kSampleCandidates, "太原市,,", "太原市,,最美干部"}}, unknown},
      {{{kSampleCandidates, "太原市,,", "朔州市,cancelled,最美信访干部"}}, {still_on_list()}},
  };
  expect_problems(sample_with(kGood, kCandidates), cases);
}

}  // namespace
}  // namespace gongshi
