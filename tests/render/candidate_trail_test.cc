#include "generator/render/candidate_trail.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using Pieces = std::vector<std::string>;

Instant instant(const char* text) { return parse_instant(text).value(); }

Step step(const char* id, StepKind kind = StepKind::Publicity) {
  Step made;
  made.id = StepId::parse(id).value();
  made.title = std::string("步骤") + id;
  made.kind = kind;
  return made;
}

// A unit publicity elsewhere, the city's and the province's here, the decision to come. The city's
// notice lists zhou alone and is closed; the province's lists everybody.
struct TrailSite : SampleSite {
  TrailSite() {
    campaign().steps = {step("unit"), step("city"), campaign().steps.front(),
                        step("decision", StepKind::Decision)};
    campaign().steps[0].held_elsewhere = true;
    for (Candidate& each : campaign().candidates) each.recommended_by = "大同市";
    Notice& added = add_notice("city-2017", {"zhou"});
    added.step = campaign().steps[1].id;
    added.published_at = instant("2017-05-02T09:00:00+08:00");
    added.closing = sample_closing();
    added.closing->closed_at = instant("2017-05-12T10:00:00+08:00");
  }

  Notice& city() { return content.notices.back(); }
  Candidate& candidate(std::size_t index) { return campaign().candidates[index]; }
  std::vector<TrailStep> trail(std::size_t index) {
    return candidate_trail(campaign(), candidate(index),
                           step_progress(campaign(), content.notices));
  }
};

constexpr std::size_t kZhou = 3;
constexpr std::size_t kZhang = 4;

std::vector<Passage> passages(const std::vector<TrailStep>& trail) {
  std::vector<Passage> found;
  for (const TrailStep& each : trail) found.push_back(each.passage);
  return found;
}

std::vector<StepState> states(const std::vector<TrailStep>& trail) {
  std::vector<StepState> found;
  for (const TrailStep& each : trail) found.push_back(each.state);
  return found;
}

TEST(CandidateTrailTest, FollowsTheStepsAndNotTheDates) {
  TrailSite site;
  site.city().published_at = instant("2017-08-01T09:00:00+08:00");
  const auto trail = site.trail(kZhou);
  EXPECT_THAT(passages(trail),
              ElementsAre(Passage::Untold, Passage::Listed, Passage::Listed, Passage::Untold));
  EXPECT_THAT(states(trail), ElementsAre(StepState::Elsewhere, StepState::Done, StepState::Current,
                                         StepState::Waiting));
}

TEST(CandidateTrailTest, AStepIsDoneForACandidateWhenItsOwnNoticesAre) {
  TrailSite site;
  site.add_notice("city-other", {"zhang"}).step = site.campaign().steps[1].id;
  EXPECT_EQ(site.trail(kZhou)[1].state, StepState::Done);
  EXPECT_EQ(site.trail(kZhang)[1].state, StepState::Current);
}

TEST(CandidateTrailTest, SaysWhoGoesOnWithoutAStepAndWhomItsNoticesDoNotList) {
  TrailSite site;
  EXPECT_EQ(site.trail(kZhang)[1].passage, Passage::Unlisted);
  site.campaign().steps[1].skipped_by = {"各市"};
  EXPECT_EQ(site.trail(kZhang)[1].passage, Passage::Unlisted) << "no group of that name";
  Quota group;
  group.recommended_by = "各市";
  group.units = {"大同市", "太原市"};
  site.campaign().quotas = {group};
  EXPECT_EQ(site.trail(kZhang)[1].passage, Passage::Skipped);
  site.campaign().quotas[0].units.clear();
  site.campaign().quotas[0].other_units = true;
  EXPECT_EQ(site.trail(kZhang)[1].passage, Passage::Skipped);
  site.campaign().quotas.push_back(group);
  site.campaign().quotas[1].recommended_by = "大同市";
  EXPECT_EQ(site.trail(kZhang)[1].passage, Passage::Unlisted) << "a row of its own";
  site.campaign().steps[1].skipped_by = {"大同市"};
  EXPECT_EQ(site.trail(kZhang)[1].passage, Passage::Skipped);
}

TEST(CandidateTrailTest, EndsWhereTheCandidateWasRemovedOrCancelled) {
  TrailSite site;
  site.notice().corrections = {{.at = instant("2017-06-23T10:00:00+08:00"),
                                .what = "取消公示。",
                                .kind = CorrectionKind::Removal,
                                .candidates = {site.candidate(kZhou).id}}};
  EXPECT_EQ(site.trail(kZhou)[3].passage, Passage::Ended);
  EXPECT_EQ(site.trail(kZhang)[3].passage, Passage::Untold);
  site.notice().corrections.clear();
  site.notice().closing = sample_closing();
  EXPECT_EQ(site.trail(kZhou)[3].passage, Passage::Untold);
  site.notice().closing->results[kZhou].disposition = Disposition::Cancelled;
  EXPECT_EQ(site.trail(kZhou)[3].passage, Passage::Ended);
}

TEST(CandidateTrailTest, ThePageTellsEachOutcomeAndWhatIsToCome) {
  TrailSite site;
  site.city().closing->results[kZhou].disposition = Disposition::Corrected;
  const std::string page = site.files().at(kPersonPage);
  EXPECT_THAT(page,
              HasInOrder(Pieces{"步骤unit", "其他单位办理", "步骤city", "已完成", "已办结",
                                "公示city-2017", "公示结果：更正后通过（2017年5月12日办结）",
                                "notices/city-2017/result/", "省级公示", "当前步骤",
                                "正式推荐对象的公示", "对此对象提异议", "步骤decision", "待进行"}));
  EXPECT_THAT(page, Not(HasSubstr("notice=city-2017")));
  site.campaign().steps[0].completed = parse_date("2017-04-20").value();
  EXPECT_THAT(site.files().at(kPersonPage), HasInOrder(Pieces{"步骤unit", "2017年4月20日"}));
}

TEST(CandidateTrailTest, ARemovalHasItsTime) {
  TrailSite site;
  site.notice().corrections = {{.at = instant("2017-06-23T10:00:00+08:00"),
                                .what = "取消公示。",
                                .kind = CorrectionKind::Removal,
                                .candidates = {site.candidate(kZhou).id}}};
  const std::string page = site.files().at(kPersonPage);
  EXPECT_THAT(page, HasInOrder(Pieces{"省级公示", "已取消公示</strong>（2017年6月23日 10:00）",
                                      "步骤decision", "已取消，不再参加"}));
  EXPECT_THAT(page, Not(HasSubstr("objections/new")));
}

// Nothing of it depends on when it is built.
TEST(CandidateTrailTest, IsTrueAtAnyLaterTime) {
  TrailSite site;
  EXPECT_EQ(site.files("2017-06-22T09:00:00+08:00").at(kPersonPage),
            site.files("2030-01-01T00:00:00+08:00").at(kPersonPage));
}

}  // namespace
}  // namespace gongshi
