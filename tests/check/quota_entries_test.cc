#include "generator/check/quota_entries.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "generator/check/quota_table.h"
#include "tests/check/dice.h"
#include "tests/check/terms_sample.h"

namespace gongshi {
namespace {

constexpr const char* kTerms = R"([[quota]]
recommended_by = "甲市"
award = "geren"
awards = 1
recommends = 2
)";

constexpr const char* kCandidates =
    "id,award,name,unit,recommended_by,candidacy,quota_exemption\n"
    "a,geren,张三,甲局,甲市,,\n"
    "b,geren,李四,甲局,甲市,,\n"
    "c,geren,王五,甲局,甲市,,\n";

const std::string kThird = "c,geren,王五,甲局,甲市,,";

Variation third(const std::string& row) { return {kSampleCandidates, kThird, row}; }
Variation list_limit(const std::string& word) {
  return {kSampleCampaign, "working_days = 5\n",
          "working_days = 5\nlist_limit = \"" + word + "\"\n"};
}
Variation numbers(const std::string& text) {
  return {kSampleCampaign, "awards = 1\nrecommends = 2\n", text};
}
Variation total(int number) {
  return {kSampleCampaign, "kind = \"individual\"\n",
          fmt::format("kind = \"individual\"\ntotal = {}\n", number)};
}

TEST(QuotaEntriesTest, AStepListsNoMoreThanTheNumberThatItsLimitNames) {
  const std::vector<std::string> exceeded = {at_list("quota-exceeded")};
  const CheckCase cases[] = {
      {{numbers("recommends = 3\n")}, {}},
      {{numbers("recommends = 2\n")}, exceeded},
      {{numbers("recommends = 0\n")}, exceeded},
      {{numbers("awards = 2\n")}, {}},
      {{list_limit("awards"), numbers("awards = 2\n")}, exceeded},
      {{list_limit("awards"), numbers("awards = 3\nrecommends = 2\n")}, {}},
      {{list_limit("awards"), numbers("recommends = 2\n")}, {}},
      {{list_limit("none")}, {}},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

TEST(QuotaEntriesTest, OnlyWhoUsesQuotaCounts) {
  const std::vector<std::string> exceeded = {at_list("quota-exceeded")};
  const std::string removal =
      "[[correction]]\nat = 2017-06-22T09:00:00+08:00\nwhat = \"取消王五\"\nkind = \"removal\"\n"
      "candidates = [\"c\"]\n[[review]]";
  const Variation exemptions = {kSampleCampaign, "title = \"示例评选\"\n",
                                "title = \"示例评选\"\nquota_exemptions = [\"理由\"]\n"};
  const CheckCase cases[] = {
      {{third(kThird)}, exceeded},
      {{third("c,geren,王五,甲局,甲市,reserve,")}, {}},
      {{third("c,geren,王五,甲局,甲市,,理由"), exemptions}, {}},
      {{{kSampleNotice, "[[review]]", removal}}, {}},
      {{{kSampleNotice, "\"b\", \"c\"", "\"b\""}}, {}},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

constexpr const char* kSecondNotice = "campaigns/pingxuan/notices/gongshi-2017-2/notice.md";

std::string second_notice(const std::string& list, const std::string& more = "") {
  return "+++\ntitle = \"补充公示\"\nauthor = \"孙七\"\nstep = \"shengji\"\n"
         "published_at = 2017-06-22T00:00:00+08:00\ncandidates = " +
         list + "\n" + more +
         "[[channel]]\nkind = \"phone\"\nvalue = \"1\"\n"
         "[[channel]]\nkind = \"letter\"\nvalue = \"2\"\n"
         "[[review]]\nby = \"甲\"\non = 2017-06-20\n+++\n";
}

TEST(QuotaEntriesTest, AllNoticesOfAStepCountTogether) {
  const Variation first = {kSampleNotice, "\"a\", \"b\", \"c\"", "\"a\", \"b\""};
  const std::string withdrawn = "[withdrawal]\nat = 2017-06-22T09:00:00+08:00\nreason = \"重核\"\n";
  const CheckCase cases[] = {
      {{first, {kSecondNotice, "", second_notice("[\"c\"]")}},
       {std::string(kSecondNotice) + ":6:14 quota-exceeded"}},
      {{first, {kSecondNotice, "", second_notice("[\"a\", \"b\"]")}}, {}},
      {{first, {kSecondNotice, "", second_notice("[\"c\"]", withdrawn)}}, {}},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

TEST(QuotaEntriesTest, AGroupSharesItsNumberOrEachUnitHasIt) {
  const Variation row = {kSampleCampaign, "recommended_by = \"甲市\"",
                         "recommended_by = \"各厅\"\nunits = [\"甲市\", \"乙厅\"]"};
  const Variation each = {kSampleCampaign, "recommends = 2\n",
                          "recommends = 2\nfor_each_unit = true\n"};
  const CheckCase cases[] = {
      {{third("c,geren,王五,甲局,乙厅,,"), row}, {at_list("quota-exceeded")}},
      {{third("c,geren,王五,甲局,乙厅,,"), row, each}, {}},
      {{row, each}, {at_list("quota-exceeded")}},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

// What spares a unit's quota does not make more awards.
TEST(QuotaEntriesTest, AListOfAwardsIsNoLongerThanTheirTotal) {
  const std::vector<std::string> exceeded = {at_list("quota-total-exceeded")};
  const Variation no_table = {kSampleCampaign, kTerms, ""};
  const Variation exemptions = {kSampleCampaign, "title = \"示例评选\"\n",
                                "title = \"示例评选\"\nquota_exemptions = [\"理由\"]\n"};
  const CheckCase cases[] = {
      {{list_limit("awards"), no_table, total(3)}, {}},
      {{list_limit("awards"), no_table, total(2)}, exceeded},
      {{list_limit("recommends"), no_table, total(2)}, {}},
      {{list_limit("none"), no_table, total(2)}, {}},
      {{list_limit("awards"), no_table, total(2), third("c,geren,王五,甲局,甲市,reserve,")}, {}},
      {{list_limit("awards"), no_table, total(2), exemptions,
        third("c,geren,王五,甲局,甲市,,理由")},
       exceeded},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

TEST(QuotaEntriesTest, TheSentenceNamesUnitAwardAndNumbers) {
  EXPECT_EQ(load_and_check(sample_with(kTerms, kCandidates)).problems.at(0).message,
            "“省级公示”名单上“甲市”的“先进工作者”有 3 个（张三、李四、王五），推荐名额是 2 个；"
            "请减去多出的");
}

// --- the same counted another way, over random small campaigns ---

template <class Id>
Id numbered(const std::string& kind, int number) {
  return *Id::parse(kind + "-" + std::to_string(number));
}

std::optional<int> number_or_none(Dice& dice) {
  return dice.one_in(4) ? std::nullopt : std::optional(dice.below(4));
}

Campaign random_campaign(Dice& dice) {
  Campaign campaign;
  campaign.id = *CampaignId::parse("c");
  campaign.quota_exemptions = {"理由"};
  for (int i = 0; i < 2; ++i) {
    Award& award = campaign.awards.emplace_back();
    award.id = numbered<AwardId>("award", i);
    award.total = number_or_none(dice);
    Step step;
    step.id = numbered<StepId>("step", i);
    step.kind = dice.one_in(5) ? StepKind::Review : StepKind::Publicity;
    step.list_limit = static_cast<ListLimit>(dice.below(3));
    campaign.steps.push_back(step);
    // Units 0 and 1 have rows; 2 and 3 are a group; 4 is one of the others.
    for (int unit = 0; unit < 2; ++unit) {
      campaign.quotas.push_back(quota_row("u" + std::to_string(unit), award.id,
                                          number_or_none(dice), number_or_none(dice)));
    }
    campaign.quotas.push_back(
        quota_row("group", award.id, number_or_none(dice), number_or_none(dice)));
    campaign.quotas.back().units = {"u2", "u3"};
    campaign.quotas.back().other_units = dice.one_in(2);
    campaign.quotas.back().for_each_unit = dice.one_in(2);
  }
  for (int i = 0; i < 12; ++i) {
    Candidate candidate;
    candidate.id = numbered<CandidateId>("p", i);
    candidate.award = campaign.awards[static_cast<std::size_t>(dice.below(2))].id;
    candidate.recommended_by = dice.one_in(9) ? "" : "u" + std::to_string(dice.below(5));
    candidate.candidacy =
        dice.one_in(4) ? static_cast<Candidacy>(dice.below(3)) : Candidacy::Proposed;
    if (dice.one_in(6)) candidate.quota_exemption = dice.one_in(2) ? "理由" : "别的理由";
    campaign.candidates.push_back(candidate);
  }
  return campaign;
}

Notice random_notice(const Campaign& campaign, int number, Dice& dice) {
  Notice notice;
  notice.id = numbered<NoticeId>("n", number);
  notice.campaign = campaign.id;
  notice.step = campaign.steps[static_cast<std::size_t>(dice.below(2))].id;
  notice.published_at = Instant{std::chrono::sys_seconds(std::chrono::days(dice.below(9)))};
  for (const Candidate& candidate : campaign.candidates) {
    if (dice.one_in(2)) notice.candidates.push_back(candidate.id);
  }
  if (dice.one_in(6)) notice.withdrawal = Withdrawal{};
  if (dice.one_in(3)) {
    Correction& correction = notice.corrections.emplace_back();
    correction.kind = static_cast<CorrectionKind>(dice.below(4));
    correction.candidates = {campaign.candidates[0].id};
  }
  return notice;
}

bool shows(const Content& content, const Step& step, const Candidate& candidate) {
  for (const Notice& notice : content.notices) {
    const bool listed = std::ranges::count(notice.candidates, candidate.id) > 0;
    const bool removed = std::ranges::any_of(notice.corrections, [&](const Correction& c) {
      return c.kind == CorrectionKind::Removal &&
             std::ranges::count(c.candidates, candidate.id) > 0;
    });
    if (notice.step == step.id && listed && !removed && !notice.withdrawal) return true;
  }
  return false;
}

bool is_bound_by(const Quota& row, const std::string& unit) {
  const bool is_named = std::set<std::string>{"u0", "u1", "u2", "u3"}.contains(unit);
  return row.recommended_by == unit || std::ranges::count(row.units, unit) > 0 ||
         (row.other_units && !is_named && !unit.empty());
}

int count_shown(const Content& content, const Step& step, const Quota& row,
                const std::string& unit) {
  const Campaign& campaign = content.campaigns[0];
  int count = 0;
  for (const Candidate& candidate : campaign.candidates) {
    const bool counts = candidate.candidacy == Candidacy::Proposed &&
                        candidate.quota_exemption != "理由" && candidate.award == row.award &&
                        is_bound_by(row, candidate.recommended_by) &&
                        (!row.for_each_unit || candidate.recommended_by == unit);
    if (counts && shows(content, step, candidate)) ++count;
  }
  return count;
}

int naive_excesses(const Content& content) {
  int excesses = 0;
  const std::vector<std::string> all_units = {"u0", "u1", "u2", "u3", "u4"};
  for (const Step& step : content.campaigns[0].steps) {
    if (step.kind != StepKind::Publicity || step.list_limit == ListLimit::None) continue;
    for (const Quota& row : content.campaigns[0].quotas) {
      const auto limit = step.list_limit == ListLimit::Awards ? row.awards : row.recommends;
      if (!limit) continue;
      const auto units =
          row.for_each_unit ? all_units : std::vector<std::string>{row.recommended_by};
      for (const std::string& unit : units) {
        if (*limit < count_shown(content, step, row, unit)) ++excesses;
      }
    }
  }
  return excesses;
}

int naive_total_excesses(const Content& content) {
  const Campaign& campaign = content.campaigns[0];
  int excesses = 0;
  for (const Step& step : campaign.steps) {
    if (step.kind != StepKind::Publicity || step.list_limit != ListLimit::Awards) continue;
    for (const Award& award : campaign.awards) {
      const auto counts = [&](const Candidate& candidate) {
        return candidate.award == award.id && candidate.candidacy == Candidacy::Proposed &&
               shows(content, step, candidate);
      };
      if (award.total && *award.total < std::ranges::count_if(campaign.candidates, counts)) {
        ++excesses;
      }
    }
  }
  return excesses;
}

TEST(QuotaEntriesTest, AgreesWithCountingEachCellByItself) {
  int seen = 0;
  for (unsigned seed = 0; seed < 2000; ++seed) {
    Dice dice(seed);
    Content content;
    content.campaigns = {random_campaign(dice)};
    for (int i = 0; i < 4; ++i) {
      content.notices.push_back(random_notice(content.campaigns[0], i, dice));
    }
    Diagnostics problems;
    check_quota_entries(courses_of(content), problems);
    EXPECT_EQ(std::ranges::count(problems, "quota-exceeded", &Diagnostic::code),
              naive_excesses(content))
        << "seed " << seed;
    EXPECT_EQ(std::ranges::count(problems, "quota-total-exceeded", &Diagnostic::code),
              naive_total_excesses(content))
        << "seed " << seed;
    seen += static_cast<int>(problems.size());
  }
  EXPECT_GT(seen, 2000) << "campaigns in which nothing is too many prove nothing";
}

}  // namespace
}  // namespace gongshi
