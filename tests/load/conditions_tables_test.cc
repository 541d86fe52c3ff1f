#include "generator/load/conditions_tables.h"

#include "generator/load/campaign_file.h"
#include "tests/load/variation_case.h"

namespace gongshi {
namespace {

Campaign campaign_with(const std::string& terms) {
  SourceTree tree = sample_content();
  tree.files[kSampleCampaign] += terms;
  Diagnostics problems;
  Campaign campaign = load_campaign(tree, *CampaignId::parse("pingxuan"), problems);
  EXPECT_EQ(places_and_codes(problems), std::vector<std::string>()) << terms;
  return campaign;
}

TEST(ConditionsTablesTest, ReadsTheTableOfQuotas) {
  const Campaign campaign = campaign_with(R"(
[[quota]]
recommended_by = "太原市"
award = "jiti"
awards = 2
recommends = 3
[[quota]]
recommended_by = "各县"
award = "geren"
recommends = 1
for_each_unit = true
units = ["甲县", "乙县"]
[surplus]
awards = 5
recommends = 6
[[joint_limit]]
recommended_by = "省直单位"
candidates = 1
title = "集体1个或个人1名"
)");
  ASSERT_EQ(campaign.quotas.size(), 2U);
  EXPECT_EQ(campaign.quotas[0].recommended_by, "太原市");
  EXPECT_EQ(campaign.quotas[0].awards, 2);
  EXPECT_EQ(campaign.quotas[0].recommends, 3);
  EXPECT_FALSE(campaign.quotas[0].is_group());
  EXPECT_EQ(campaign.quotas[1].awards, std::nullopt);
  EXPECT_TRUE(campaign.quotas[1].for_each_unit);
  EXPECT_FALSE(campaign.quotas[1].other_units);
  EXPECT_EQ(campaign.quotas[1].units, (std::vector<std::string>{"甲县", "乙县"}));
  EXPECT_EQ(campaign.surplus->recommends, 6);
  EXPECT_EQ(campaign.joint_limits.at(0).strength, Strength::Soft);
}

TEST(ConditionsTablesTest, ReadsCapsExclusionsAndConfirmations) {
  const Campaign campaign = campaign_with(R"(
[[cap]]
title = "县处级不超过20%"
levels = ["县处级正职", "县处级副职"]
percent = 20
of_awards = ["geren"]
strength = "hard"
[[exclusion]]
title = "副厅局级以上不参加"
levels = ["副厅局级"]
endings = ["人民政府"]
[[tenure]]
title = "连续3年以上"
awards = ["geren"]
years = 3
kind = "continuous"
clean_since = 2018-01-01
[[consultation]]
organ = "公安机关"
natures = ["机关"]
[[deadline]]
title = "报送材料"
due = 2017-07-22
step = "shengji"
)");
  EXPECT_EQ(campaign.caps.at(0).selector.levels.size(), 2U);
  EXPECT_EQ(campaign.caps[0].percent, 20);
  EXPECT_EQ(campaign.caps[0].of_awards.at(0).text(), "geren");
  EXPECT_EQ(campaign.caps[0].strength, Strength::Hard);
  EXPECT_EQ(campaign.exclusions.at(0).strength, Strength::Hard);
  EXPECT_EQ(campaign.exclusions[0].selector.endings.at(0), "人民政府");
  EXPECT_EQ(campaign.tenures.at(0).kind, TenureKind::Continuous);
  EXPECT_EQ(to_text(*campaign.tenures[0].clean_since), "2018-01-01");
  EXPECT_EQ(campaign.consultations.at(0).natures.at(0), "机关");
  EXPECT_EQ(campaign.deadlines.at(0).step->text(), "shengji");
}

// The terms stand behind the sample's last line, "kind = "decision"" of line 29.
TEST(ConditionsTablesTest, EachMistakeIsSaidAtItsPlace) {
  const std::string end = "kind = \"decision\"\n";
  const auto with = [&](const std::string& terms) { return end + terms; };
  const std::string cases[][2] = {
      {"[[quota]]\naward = \"jiti\"\n", "29:1 missing-key"},
      {"[[quota]]\nrecommended_by = \"甲\"\naward = \"jit\"\n", "31:9 unknown-reference"},
      {"[[quota]]\nrecommended_by = \"甲\"\naward = \"jiti\"\nawards = -1\n", "32:10 out-of-range"},
      {"[[quota]]\nrecommended_by = \"甲\"\naward = \"jiti\"\nunit = \"甲\"\n", "32:1 unknown-key"},
      {"[[quota]]\nrecommended_by = \"各县\"\naward = \"jiti\"\nfor_each_unit = true\n",
       "32:17 quota-group"},
      {"[surplus]\nawards = 5\n", "29:1 missing-key"},
      {"[surplus]\nawards = 0\nrecommends = 6\n", "30:10 out-of-range"},
      {"[[cap]]\ntitle = \"甲\"\nlevels = [\"乙\"]\n", "29:1 cap-limit"},
      {"[[cap]]\ntitle = \"甲\"\nlevels = [\"乙\"]\npercent = 20\n", "32:11 cap-denominator"},
      {"[[cap]]\ntitle = \"甲\"\ncount = 5\n", "29:1 selector-empty"},
      {"[[exclusion]]\ntitle = \"甲\"\nlevels = [\"乙\"]\nstrength = \"firm\"\n",
       "32:12 unknown-word"},
      {"[[tenure]]\ntitle = \"甲\"\nyears = 0\n", "31:9 out-of-range"},
      {"[[consultation]]\nawards = [\"x\"]\norgan = \"甲\"\n", "30:10 unknown-reference"},
      {"[[deadline]]\ntitle = \"甲\"\ndue = 2017-07-22\nstep = \"x\"\n", "32:8 unknown-reference"},
      {"[[deadline]]\ntitle = \"甲\"\n", "29:1 missing-key"},
  };
  for (const auto& [terms, problem] : cases) {
    const std::string changed = with(terms);
    const LoadCase row[] = {{end.c_str(), changed.c_str(), {problem}}};
    expect_load_problems(sample_content(), kSampleCampaign, row);
  }
}

}  // namespace
}  // namespace gongshi
