#include "generator/load/campaign_file.h"

#include "tests/load/variation_case.h"

namespace gongshi {
namespace {

TEST(CampaignFileTest, ReadsEveryKey) {
  SourceTree tree = sample_content();
  apply({kSampleCampaign, "[[basis]]",
         "region = \"　山西省 \"\nidentity_policy = \"require_real_name\"\nlate_policy = "
         "\"mark_late\"\n[[basis]]"},
        tree);
  apply({kSampleCampaign, "working_days = 5",
         "working_days = 7\nunit = \"calendar-day\"\nheld_elsewhere = true"},
        tree);
  Diagnostics problems;
  const Campaign campaign = load_campaign(tree, *CampaignId::parse("pingxuan"), problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(campaign.title, "示例评选");
  EXPECT_EQ(campaign.organisers, (std::vector<std::string>{"甲部", "乙局"}));
  EXPECT_EQ(campaign.region, "山西省");
  EXPECT_EQ(campaign.basis.at(0).number, "示函〔2017〕1号");
  EXPECT_EQ(campaign.identity_policy, IdentityPolicy::RequireRealName);
  EXPECT_EQ(campaign.late_policy, LatePolicy::MarkLate);
  EXPECT_EQ(campaign.criteria, "事迹突出。\n");
  ASSERT_EQ(campaign.awards.size(), 2U);
  EXPECT_EQ(campaign.awards[0].kind, AwardKind::Collective);
  EXPECT_EQ(campaign.awards[0].deeds_max_chars, std::nullopt);
  EXPECT_EQ(campaign.awards[1].deeds_max_chars, 40);
  ASSERT_EQ(campaign.steps.size(), 3U);
  EXPECT_EQ(to_text(*campaign.steps[0].completed), "2017-06-01");
  EXPECT_EQ(campaign.steps[1].kind, StepKind::Publicity);
  EXPECT_EQ(campaign.steps[1].working_days, 7);
  EXPECT_EQ(campaign.steps[1].unit, DayUnit::CalendarDay);
  EXPECT_TRUE(campaign.steps[1].held_elsewhere);
  EXPECT_EQ(campaign.steps[2].kind, StepKind::Decision);
  EXPECT_EQ(campaign.find(*StepId::parse("shengji")), &campaign.steps[1]);
  EXPECT_EQ(campaign.find(*AwardId::parse("jiti")), &campaign.awards[0]);
  EXPECT_EQ(campaign.find(*StepId::parse("jiti")), nullptr);
}

TEST(CampaignFileTest, EachMistakeIsSaidAtItsPlace) {
  const LoadCase cases[] = {
      {"title = \"示例评选\"\n", "", {"1:1 missing-key"}},
      {"[\"甲部\", \"乙局\"]", "[\"甲部\", 2]", {"2:21 wrong-type"}},
      {"[[basis]]\ntitle", "[[basis]]\ntitel", {"3:1 missing-key", "4:1 unknown-key"}},
      {"id = \"jiti\"", "id = \"集体\"", {"7:6 not-an-identifier"}},
      {"id = \"jiti\"", "id = \"geren\"", {"11:6 duplicate-id"}},
      {"\"collective\"", "\"colective\"", {"9:8 unknown-word"}},
      {"kind = \"collective\"\n", "", {"6:1 missing-key"}},
      {"deeds_max_chars = 40", "deeds_max_chars = 0", {"14:19 out-of-range"}},
      {"deeds_max_chars = 40", "deeds_max_chars = \"40\"", {"14:19 wrong-type"}},
      {"deeds_max_chars", "deeds_max", {"14:1 unknown-key"}},
      {"id = \"tuijian\"", "id = \"queding\"", {"26:6 duplicate-id"}},
      {"\"review\"", "\"vote\"", {"18:8 unknown-word"}},
      {"completed = 2017-06-01", "completed = 2017-13-01", {"19:20 toml-syntax"}},
      {"completed = 2017-06-01", "completed = 2017-02-30", {"19:23 toml-syntax"}},
      {"completed = 2017-06-01", "completed = 1017-06-01", {"19:13 out-of-range"}},
      {"completed = 2017-06-01", "working_days = 5", {"19:16 not-a-publicity-step"}},
      {"working_days = 5\n", "", {"20:1 missing-key"}},
      {"working_days = 5", "working_days = 0", {"24:16 out-of-range"}},
      {"working_days = 5", "working_days = -5", {"24:16 out-of-range"}},
      {"working_days = 5", "working_days = 367", {"24:16 out-of-range"}},
      {"working_days = 5", "working_days = 9223372036854775807", {"24:16 out-of-range"}},
      {"working_days = 5", "working_days = 5\nunit = \"workdays\"", {"25:8 unknown-word"}},
      {"working_days = 5", "working_days = 5\nheld_elsewhere = 1", {"25:18 wrong-type"}},
      {"[[basis]]", "identity_policy = \"anonymous\"\n[[basis]]", {"3:19 unknown-word"}},
      {"[[basis]]", "late_policy = \"accept\"\n[[basis]]", {"3:15 unknown-word"}},
      {"[[basis]]", "region = [\"山西省\"]\n[[basis]]", {"3:10 wrong-type"}},
      {"[[basis]]", "sever = 1\n[[basis]]", {"3:9 wrong-type"}},
      {"[[basis]]", "indexing = \"never\"\n[[basis]]", {"3:12 unknown-word"}},
      {"[[basis]]", "public_fields = [\"rank\"]\n[[basis]]", {"3:18 not-publishable"}},
      {"[[basis]]", "public_fields = [\"genders\"]\n[[basis]]", {"3:18 not-publishable"}},
      {"working_days = 5", "working_days = 5\nlist_limit = \"some\"", {"25:14 unknown-word"}},
  };
  expect_load_problems(sample_content(), kSampleCampaign, cases);
}

// A mistake in the rules must not make each reference to them one more mistake.
TEST(CampaignFileTest, ABrokenFileIsSaidOnce) {
  const LoadCase cases[] = {
      {"title", "title title", {"1:7 toml-syntax"}},
      {"",
       "title = \"示例评选\"\n[[basis]]\ntitle = \"甲\"\n",
       {"1:1 missing-key", "1:1 missing-key"}},
  };
  for (const LoadCase& c : cases) {
    SourceTree tree = sample_content();
    apply({.file = kSampleCampaign, .from = c.from, .to = c.to}, tree);
    Diagnostics problems;
    load_content(tree, problems);
    EXPECT_EQ(problems.size(), c.problems.size()) << c.to;
  }
  expect_load_problems(sample_content(), kSampleCampaign, cases);
}

}  // namespace
}  // namespace gongshi
