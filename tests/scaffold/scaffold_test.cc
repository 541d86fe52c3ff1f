#include "generator/scaffold/scaffold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generator/load/blank_mark.h"
#include "generator/load/campaign_file.h"
#include "generator/load/content_path.h"

namespace gongshi {
namespace {

const CampaignId kId = *CampaignId::parse("pingxuan-2026");

Campaign loaded(const ScaffoldFiles& files, Diagnostics& problems) {
  SourceTree tree;
  for (const auto& [name, bytes] : files) tree.files[campaign_folder(kId.text()) + name] = bytes;
  return load_campaign(tree, kId, problems);
}

TEST(ScaffoldTest, ACampaignIsReadWithoutAProblem) {
  Diagnostics problems;
  const Campaign campaign = loaded(scaffold_campaign("甲“乙” \"丙\\"), problems);
  EXPECT_TRUE(problems.empty()) << to_json(problems);
  EXPECT_EQ(campaign.title, "甲“乙” \"丙\\");
  EXPECT_EQ(campaign.awards.size(), 2U);
  ASSERT_NE(step_to_publish(campaign), nullptr);
  EXPECT_EQ(step_to_publish(campaign)->id.text(), "publicity");
}

TEST(ScaffoldTest, WithoutATitleThereIsABlank) {
  EXPECT_THAT(scaffold_campaign("").at("campaign.toml"),
              testing::HasSubstr("\ntitle = \"" + std::string(kBlankMark)));
  const StepId step = *StepId::parse("publicity");
  EXPECT_THAT(scaffold_notice("", step).at("notice.md"),
              testing::StartsWith("+++\ntitle = \"" + std::string(kBlankMark)));
  EXPECT_THAT(scaffold_notice("甲", step).at("notice.md"),
              testing::StartsWith("+++\ntitle = \"甲\"\nstep = \"publicity\"\n"));
}

TEST(ScaffoldTest, TheStepToPublishIsTheFirstThatIsLeft) {
  Campaign campaign;
  EXPECT_EQ(step_to_publish(campaign), nullptr);
  const auto step = [](const char* id, StepKind kind) {
    Step made;
    made.id = *StepId::parse(id);
    made.kind = kind;
    return made;
  };
  campaign.steps = {step("a", StepKind::Review), step("b", StepKind::Publicity),
                    step("c", StepKind::Publicity), step("d", StepKind::Publicity)};
  campaign.steps[1].held_elsewhere = true;
  campaign.steps[2].completed = *parse_date("2026-06-01");
  EXPECT_EQ(step_to_publish(campaign)->id.text(), "d");
}

}  // namespace
}  // namespace gongshi
