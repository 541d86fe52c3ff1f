#include "generator/load/disclosure_tables.h"

#include <gmock/gmock.h>

#include "generator/load/campaign_file.h"
#include "tests/load/variation_case.h"

namespace gongshi {
namespace {

constexpr const char* kTables = R"([disclosure]
index_number = "015000185/2021-00308"
written_on = 2021-07-08
[[contact]]
office = "人事处"
phones = [
  "0000-1234567",
  "0000-7654321",
]
address = "示例路1号"
[[waiver]]
code = "tenure-unconfirmed"
reason = "原文没有写明"
by = "赵六"
candidate = "yi-ju"
)";

TEST(DisclosureTablesTest, ReadsEachTableAndWhereTelephoneNumbersMayStand) {
  SourceTree tree = sample_content();
  tree.files[kSampleCampaign] += kTables;
  Diagnostics problems;
  const Campaign campaign = load_campaign(tree, *CampaignId::parse("pingxuan"), problems);
  EXPECT_EQ(places_and_codes(problems), std::vector<std::string>());
  EXPECT_EQ(campaign.disclosure.index_number, "015000185/2021-00308");
  EXPECT_EQ(to_text(*campaign.disclosure.written_on), "2021-07-08");
  EXPECT_EQ(campaign.disclosure.issuer, "");
  ASSERT_EQ(campaign.contacts.size(), 1U);
  EXPECT_EQ(campaign.contacts[0].phones.size(), 2U);
  EXPECT_THAT(campaign.contact_lines, testing::ElementsAre(34, 35, 36, 38));
  ASSERT_EQ(campaign.waivers.size(), 1U);
  EXPECT_EQ(campaign.waivers[0].candidate->text(), "yi-ju");
  EXPECT_EQ(campaign.waivers[0].on, std::nullopt);
  EXPECT_EQ(campaign.waivers[0].place.line, 40);
}

TEST(DisclosureTablesTest, EachMistakeIsSaidAtItsPlace) {
  SourceTree tree = sample_content();
  tree.files[kSampleCampaign] += kTables;
  const LoadCase cases[] = {
      {"index_number", "index", {"30:1 unknown-key"}},
      {"2021-07-08", "\"2021\"", {"31:14 wrong-type"}},
      {"office = \"人事处\"\n", "", {"32:1 missing-key"}},
      {"address", "adress", {"38:1 unknown-key"}},
      {"reason = \"原文没有写明\"\n", "", {"39:1 missing-key"}},
      {"by = \"赵六\"", "by = \" \"", {"42:6 missing-key"}},
  };
  expect_load_problems(tree, kSampleCampaign, cases);
}

}  // namespace
}  // namespace gongshi
