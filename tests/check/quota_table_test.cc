#include "generator/check/quota_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/check/terms_sample.h"

namespace gongshi {
namespace {

const AwardId kCollective = *AwardId::parse("jiti");
const AwardId kWorker = *AwardId::parse("geren");

Quota row(std::string_view name, const AwardId& award, std::vector<std::string> units = {}) {
  Quota quota = quota_row(name, award, std::nullopt, std::nullopt);
  quota.units = std::move(units);
  return quota;
}

// One city, a group that shares, a group that lists, and all others.
Campaign campaign_with_groups() {
  Campaign campaign;
  campaign.quotas = {row("甲市", kWorker), row("省直", kWorker, {"甲厅", "乙厅"}),
                     row("各县", kWorker, {"甲县", "乙县"}), row("其他", kWorker)};
  campaign.quotas[2].for_each_unit = true;
  campaign.quotas[3].for_each_unit = true;
  campaign.quotas[3].other_units = true;
  return campaign;
}

TEST(QuotaTableTest, FindsTheRowOfAUnit) {
  const Campaign campaign = campaign_with_groups();
  const QuotaTable table(campaign);
  const std::pair<std::string_view, int> rows[] = {
      {"甲市", 0}, {"甲厅", 1}, {"乙厅", 1}, {"省直", 1},
      {"甲县", 2}, {"丙县", 3}, {"各县", 3}, {"其他", 3},
  };
  for (const auto& [unit, index] : rows) {
    EXPECT_EQ(table.find(unit, kWorker), &campaign.quotas[static_cast<std::size_t>(index)]) << unit;
  }
  for (const char* blank : {"", " ", "\u3000"}) EXPECT_EQ(table.find(blank, kWorker), nullptr);
  EXPECT_EQ(table.find("甲市", kCollective), nullptr);
}

// Whoever a row names for one award is not one of the others of another award.
TEST(QuotaTableTest, TheOthersAreThoseWhomNoRowNames) {
  Campaign campaign;
  campaign.quotas = {row("甲市", kWorker), row("其他", kCollective)};
  campaign.quotas[1].other_units = true;
  const QuotaTable table(campaign);
  EXPECT_EQ(table.find("甲市", kCollective), nullptr);
  EXPECT_EQ(table.find("乙市", kCollective), &campaign.quotas[1]);
  EXPECT_EQ(table.find("乙市", kWorker), nullptr);
}

TEST(QuotaTableTest, SeesWhatIsNamedTwice) {
  Campaign campaign = campaign_with_groups();
  campaign.quotas.push_back(row("甲市", kCollective));
  campaign.quotas.push_back(row("大厅", kWorker, {"甲县", "丁县"}));
  campaign.quotas.push_back(row("余下", kWorker));
  campaign.quotas.back().other_units = true;
  const QuotaTable table(campaign);
  ASSERT_EQ(table.repeats().size(), 2U);
  EXPECT_EQ(table.repeats()[0].row, &campaign.quotas[5]);
  EXPECT_EQ(table.repeats()[0].unit, "甲县");
  EXPECT_EQ(table.repeats()[1].row, &campaign.quotas[6]);
  EXPECT_EQ(table.repeats()[1].unit, "");
}

TEST(QuotaTableTest, KnowsWhoUsesQuota) {
  Campaign campaign;
  campaign.quota_exemptions = {"最美信访干部"};
  struct Case {
    Candidacy candidacy;
    const char* exemption;
    bool uses;
  };
  const Case cases[] = {
      {Candidacy::Proposed, "", true},
      {Candidacy::Proposed, "劳动模范", true},
      {Candidacy::Proposed, "最美信访干部", false},
      {Candidacy::Reserve, "", false},
      {Candidacy::Cancelled, "", false},
  };
  for (const Case& c : cases) {
    Candidate candidate;
    candidate.candidacy = c.candidacy;
    candidate.quota_exemption = c.exemption;
    EXPECT_EQ(uses_quota(campaign, candidate), c.uses) << c.exemption;
  }
}

}  // namespace
}  // namespace gongshi
