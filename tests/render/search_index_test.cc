#include "generator/render/search_index.h"

#include <gmock/gmock.h>

#include "generator/load/candidate_columns.h"
#include "generator/notice/json.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Json index(const SampleSite& site) { return Json::parse(write_search_index(site.model())); }

std::vector<std::string> titles(const SampleSite& site, const char* kind) {
  std::vector<std::string> titles;
  const Json entries = index(site)[kind];
  for (const Json& entry : entries) titles.push_back(entry[0]);
  return titles;
}

Correction removal_of(const Candidate& candidate) {
  return {.at = {},
          .what = "取消公示。",
          .kind = CorrectionKind::Removal,
          .candidates = {candidate.id}};
}

TEST(SearchIndexTest, HasNoticesCandidatesAndUnitsWithWhereTheyStand) {
  const SampleSite site;
  const Json entries = index(site);
  EXPECT_EQ(entries["notices"],
            Json::parse(R"([["关于全国信访系统先进集体和先进工作者正式推荐对象的公示",
              "全国信访系统先进集体和先进工作者评选 · 公示期：2017年6月21日至2017年6月27日",
              "notices/shanxi-2017/"]])"));
  ASSERT_EQ(entries["candidates"].size(), 6U);
  EXPECT_EQ(
      entries["candidates"][3],
      Json::parse(
          R"(["周方志", "省信访局督查处 · 处长 · 全国信访系统先进工作者 · 全国信访系统先进集体和先进工作者评选",
              "campaigns/xinfang-2017/candidates/zhou/"])"));
  EXPECT_THAT(titles(site, "units"),
              ElementsAre("太原市信访局处突处", "省信访局督查处", "长治市沁县信访局"));
}

TEST(SearchIndexTest, EachUrlIsAPageOfTheSite) {
  SampleSite site;
  site.add_notice("county", {"zhou"});
  const auto files = site.files();
  const Json kinds = Json::parse(files.at("search.json"));
  for (const Json& entries : kinds) {
    ASSERT_FALSE(entries.empty());
    for (const Json& entry : entries) {
      EXPECT_TRUE(files.contains(entry[2].get<std::string>() + "index.html")) << entry[2];
    }
  }
}

TEST(SearchIndexTest, TheNewestStandFirst) {
  SampleSite site;
  site.add_notice("late", {"zhang"}).published_at =
      parse_instant("2017-08-02T09:00:00+08:00").value();
  EXPECT_EQ(titles(site, "notices").front(), "公示late");
  EXPECT_EQ(titles(site, "candidates").front(), "张格平");
}

TEST(SearchIndexTest, AUnitIsThereOnceWithItsPeople) {
  SampleSite site;
  site.campaign().candidates[4].unit = "省信访局督查处";
  const Json units = index(site)["units"];
  ASSERT_EQ(units.size(), 2U);
  EXPECT_EQ(units[1][0], "省信访局督查处");
  EXPECT_EQ(units[1][1], "推荐对象2人");
}

TEST(SearchIndexTest, RareCharactersStandAsTheyAre) {
  SampleSite site;
  for (const char* name : {"𬱖㛃", "李〇", "阿卜杜拉·买买提", "\"<&>\\"}) {
    site.campaign().candidates[3].name = name;
    EXPECT_EQ(titles(site, "candidates")[3], name);
  }
  site.campaign().candidates[3].name = "𬱖";
  EXPECT_THAT(write_search_index(site.model()), HasSubstr("[\"𬱖\","));
}

TEST(SearchIndexTest, WhoWasRemovedIsNotInIt) {
  for (const bool cancelled : {true, false}) {
    SampleSite site;
    site.add_notice("county", {"zhou"});
    Candidate& zhou = site.campaign().candidates[3];
    if (cancelled) zhou.candidacy = Candidacy::Cancelled;
    if (!cancelled) site.notice().corrections = {removal_of(zhou)};
    const std::string text = write_search_index(site.model());
    EXPECT_THAT(text, HasSubstr("张格平"));
    for (const char* gone : {"周方志", "省信访局督查处"}) EXPECT_THAT(text, Not(HasSubstr(gone)));
  }
}

TEST(SearchIndexTest, NothingOfAWithdrawnNoticeIsInIt) {
  SampleSite site;
  site.notice().withdrawal = Withdrawal{.at = site.notice().published_at, .reason = "独有原因"};
  EXPECT_THAT(titles(site, "notices"), IsEmpty());
  EXPECT_THAT(titles(site, "candidates"), IsEmpty());
  EXPECT_THAT(titles(site, "units"), IsEmpty());
  EXPECT_THAT(write_search_index(site.model()), Not(HasSubstr("独有原因")));
}

TEST(SearchIndexTest, WhoWasConfirmedStaysWhereverSearchEnginesMayLook) {
  for (const Indexing indexing : {Indexing::UntilClosed, Indexing::Always}) {
    SampleSite site;
    site.campaign().indexing = indexing;
    site.notice().closing = sample_closing();
    EXPECT_EQ(titles(site, "candidates").size(), 6U);
    EXPECT_EQ(titles(site, "notices").size(), 1U);
  }
}

TEST(SearchIndexTest, NoFactIsInItWhateverACampaignMakesPublic) {
  SampleSite site;
  Candidate& zhou = site.campaign().candidates[3];
  site.campaign().public_fields.clear();
  for (const CandidateColumn& column : candidate_columns()) {
    zhou.facts[std::string(column.name)] = "值" + std::string(column.name);
    site.campaign().public_fields.emplace_back(column.name);
  }
  zhou.performance = "值";
  EXPECT_THAT(write_search_index(site.model()), Not(HasSubstr("值")));
}

TEST(SearchIndexTest, AFictitiousListIsSaidToBeOne) {
  SampleSite site;
  site.notice().example = true;
  for (const char* kind : {"notices", "candidates"}) {
    EXPECT_THAT(index(site)[kind][0][1].get<std::string>(), testing::StartsWith("示例 · "));
  }
}

}  // namespace
}  // namespace gongshi
