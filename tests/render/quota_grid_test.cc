#include "generator/render/quota_grid.h"

#include <gmock/gmock.h>

#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

using Number = std::optional<int>;
constexpr Number kNone;

Quota quota(const char* unit, const char* award, Number awards, Number recommends) {
  Quota made;
  made.recommended_by = unit;
  made.award = AwardId::parse(award).value();
  made.awards = awards;
  made.recommends = recommends;
  return made;
}

TEST(QuotaGridTest, UnitsDownAwardsAcross) {
  SampleSite site;
  Campaign& campaign = site.campaign();
  campaign.quotas = {quota("太原市", "collectives", 2, 3), quota("太原市", "people", 4, 5),
                     quota("大同市", "people", 3, 4), quota("省直", "collectives", 12, kNone)};
  const QuotaGrid table = quota_grid(campaign);
  ASSERT_THAT(table.columns, SizeIs(4));
  EXPECT_EQ(table.columns[1].kind, QuotaKind::Recommends);
  EXPECT_EQ(table.columns[2].award, &campaign.awards[1]);
  ASSERT_THAT(table.rows, SizeIs(3));
  EXPECT_EQ(table.rows[1].head->recommended_by, "大同市");
  EXPECT_THAT(table.rows[0].cells, ElementsAre(2, 3, 4, 5));
  EXPECT_THAT(table.rows[1].cells, ElementsAre(kNone, kNone, 3, 4));
  EXPECT_THAT(table.rows[2].cells, ElementsAre(12, kNone, kNone, kNone));
}

// 省直 shares in the collectives without a number: what is recommended cannot be told.
TEST(QuotaGridTest, ATotalStandsOnlyWhereEveryNumberIsKnown) {
  SampleSite site;
  Campaign& campaign = site.campaign();
  campaign.quotas = {quota("太原市", "collectives", 2, 3), quota("省直", "collectives", 12, kNone),
                     quota("太原市", "people", 4, 5)};
  EXPECT_THAT(quota_grid(campaign).totals, ElementsAre(14, kNone, 4, 5));
}

TEST(QuotaGridTest, AGroupWithANumberForEachCountsAsOftenAsItHasUnits) {
  SampleSite site;
  Campaign& campaign = site.campaign();
  campaign.quotas = {quota("各市", "people", kNone, 2), quota("单列", "people", kNone, 1)};
  campaign.quotas[0].units = {"南宁市", "柳州市", "桂林市"};
  EXPECT_THAT(quota_grid(campaign).totals, ElementsAre(3));
  campaign.quotas[0].for_each_unit = true;
  EXPECT_THAT(quota_grid(campaign).totals, ElementsAre(7));
  campaign.quotas[0].units.clear();
  campaign.quotas[0].other_units = true;
  EXPECT_THAT(quota_grid(campaign).totals, IsEmpty());
}

TEST(QuotaGridTest, TheAwardsOwnTotalStandsWhereTheCellsGiveNone) {
  SampleSite site;
  Campaign& campaign = site.campaign();
  campaign.awards[1].total = 67;
  campaign.quotas = {quota("太原市", "people", 4, 5), quota("省直", "people", kNone, kNone)};
  EXPECT_THAT(quota_grid(campaign).totals, ElementsAre(67, kNone));
}

TEST(QuotaGridTest, WithoutQuotasThereIsNoTable) {
  SampleSite site;
  const QuotaGrid table = quota_grid(site.campaign());
  EXPECT_THAT(table.columns, IsEmpty());
  EXPECT_THAT(table.rows, IsEmpty());
  EXPECT_THAT(table.totals, IsEmpty());
}

}  // namespace
}  // namespace gongshi
