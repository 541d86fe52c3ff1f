#include "generator/render/step_progress.h"

#include <gmock/gmock.h>

#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

std::vector<StepState> states(SampleSite& site) {
  std::vector<StepState> found;
  for (const StepProgress& step : step_progress(site.campaign(), site.content.notices)) {
    found.push_back(step.state);
  }
  return found;
}

Step step(const char* id, StepKind kind) {
  Step made;
  made.id = StepId::parse(id).value();
  made.title = id;
  made.kind = kind;
  return made;
}

TEST(StepProgressTest, ANoticeThatIsNotClosedMakesItsStepTheCurrentOne) {
  SampleSite site;
  EXPECT_THAT(states(site), ElementsAre(StepState::Current));
  site.notice().suspended = true;
  EXPECT_THAT(states(site), ElementsAre(StepState::Current));
  site.notice().suspended = false;
  site.notice().closing = sample_closing();
  EXPECT_THAT(states(site), ElementsAre(StepState::Done));
}

TEST(StepProgressTest, AStepIsDoneOnlyWhenAllItsNoticesAreClosed) {
  SampleSite site;
  site.notice().closing = sample_closing();
  site.add_notice("second", {"zhou"});
  site.campaign().steps.front().completed = parse_date("2017-07-01").value();
  EXPECT_THAT(states(site), ElementsAre(StepState::Current));
}

TEST(StepProgressTest, AWithdrawnNoticeAndThoseOfOthersCountForNothing) {
  SampleSite site;
  site.notice().withdrawal = Withdrawal{.at = site.notice().published_at, .reason = "x"};
  site.add_notice("other", {}).campaign = CampaignId::parse("other").value();
  const auto steps = step_progress(site.campaign(), site.content.notices);
  EXPECT_EQ(steps.front().state, StepState::Waiting);
  EXPECT_THAT(steps.front().notices, SizeIs(0));
}

TEST(StepProgressTest, StepsWithoutNoticesGoByWhatTheOfficeRecorded) {
  SampleSite site;
  site.content.notices.clear();
  Step review = step("review", StepKind::Review);
  Step elsewhere = step("elsewhere", StepKind::Publicity);
  elsewhere.held_elsewhere = true;
  site.campaign().steps = {review, elsewhere, step("decision", StepKind::Decision)};
  EXPECT_THAT(states(site),
              ElementsAre(StepState::Waiting, StepState::Elsewhere, StepState::Waiting));
  site.campaign().steps[0].completed = parse_date("2017-05-01").value();
  site.campaign().steps[1].completed = parse_date("2017-05-02").value();
  site.campaign().decree = "决定表彰。";
  EXPECT_THAT(states(site), ElementsAre(StepState::Done, StepState::Done, StepState::Done));
}

TEST(StepProgressTest, TheCampaignIsAtTheLastStepUnderWayOrElseTheLastDone) {
  SampleSite site;
  Step before = step("before", StepKind::Review);
  before.completed = parse_date("2017-05-01").value();
  site.campaign().steps = {before, site.campaign().steps.front(),
                           step("decision", StepKind::Decision)};
  auto steps = step_progress(site.campaign(), site.content.notices);
  EXPECT_EQ(latest_step(steps), &steps[1]);
  steps[1].state = StepState::Waiting;
  EXPECT_EQ(latest_step(steps), &steps[0]);
  steps[0].state = StepState::Elsewhere;
  EXPECT_EQ(latest_step(steps), nullptr);
}

}  // namespace
}  // namespace gongshi
