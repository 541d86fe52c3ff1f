// What no row of tests/spec/objection_steps.txt says: reasons, clocks and words. The steps
// themselves are objection_steps_spec_test.cc's.
#include "intake/filing/objection_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/filing/sample_events.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using enum HandlingStep;

ObjectionStanding after(Signature signature, const std::vector<ObjectionEvent>& history) {
  const auto standing = standing_of(signature, history);
  EXPECT_TRUE(standing) << standing.error().message;
  return standing.value_or(ObjectionStanding());
}

ObjectionEvent refusal(std::optional<RefusalReason> reason, std::string_view at) {
  ObjectionEvent event = sample_event(Refuse);
  event.refusal = reason;
  event.at = parse_instant(at).value();
  return event;
}

// Small offices decide at once, and the commands of old know no other way.
TEST(ObjectionStateTest, TheShortWayIsDecideThenReply) {
  for (const Outcome outcome :
       {Outcome::Unfounded, Outcome::Upheld, Outcome::PartlyUpheld, Outcome::Unverifiable,
        Outcome::NotAccepted, Outcome::Transferred}) {
    std::vector<ObjectionEvent> history = {sample_decision(outcome)};
    EXPECT_EQ(after(Signature::Named, history).state, ObjectionState::AwaitingReply);
    EXPECT_EQ(after(Signature::Anonymous, history).state, ObjectionState::Concluded);
    history.push_back(sample_event(Reply));
    EXPECT_EQ(after(Signature::Named, history).state, ObjectionState::Concluded);
    EXPECT_EQ(after(Signature::Named, history).outcome, outcome);
  }
}

TEST(ObjectionStateTest, WhoHasTimeToAddAClueIsNotRefusedForWantOfOne) {
  struct Row {
    std::optional<RefusalReason> reason;
    std::string_view at;
    bool taken;
  };
  const Row rows[] = {
      {RefusalReason::NoClue, "2017-06-30T23:59:59+08:00", false},
      {RefusalReason::NoClue, "2017-07-01T00:00:00+08:00", true},
      {RefusalReason::VagueAnonymous, "2017-06-30T23:59:59+08:00", false},
      {RefusalReason::VagueAnonymous, "2017-07-01T00:00:00+08:00", true},
      {std::nullopt, "2017-06-30T23:59:59+08:00", false},
      {std::nullopt, "2017-07-01T00:00:00+08:00", true},
      {RefusalReason::WindowOver, "2017-06-27T00:00:00+08:00", true},
      {RefusalReason::OutOfScope, "2017-06-27T00:00:00+08:00", true},
      {RefusalReason::Impersonation, "2017-06-27T00:00:00+08:00", true},
      {RefusalReason::AlreadyConcluded, "2017-06-27T00:00:00+08:00", true},
  };
  for (const Row& row : rows) {
    const auto standing = after(Signature::Anonymous, {sample_event(Ask)});
    const auto refused = standing_after(standing, refusal(row.reason, row.at));
    EXPECT_EQ(refused.has_value(), row.taken) << row.at;
    if (refused) continue;
    EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
    EXPECT_THAT(refused.error().message, HasSubstr("2017年6月30日24时（含当日）前补正"));
  }
  const auto answered = after(Signature::Anonymous, {sample_event(Ask), sample_event(Supplement)});
  EXPECT_TRUE(standing_after(answered, refusal(RefusalReason::NoClue, "2017-06-28T09:00:00+08:00")))
      << "what came does not help";
}

TEST(ObjectionStateTest, ANamedOneIsNotRefusedAsAnonymous) {
  const ObjectionEvent event = refusal(RefusalReason::VagueAnonymous, "2017-06-26T10:00:00+08:00");
  EXPECT_THAT(standing_after({.signature = Signature::Named}, event).error().message,
              HasSubstr("实名"));
  EXPECT_TRUE(standing_after({.signature = Signature::Anonymous}, event));
}

TEST(ObjectionStateTest, TwoPeopleInvestigateAndAnotherOneExtends) {
  const auto accepted = after(Signature::Named, {sample_event(Accept)});
  for (const HandlingStep step : {Investigate, Extend}) {
    ObjectionEvent event = sample_event(step);
    event.second_actor.clear();
    EXPECT_EQ(standing_after(accepted, event).error().kind, ErrorKind::Invalid);
    event.second_actor = event.actor;
    EXPECT_THAT(standing_after(accepted, event).error().message, HasSubstr("经办甲"));
  }
}

// DOMAIN R21, by trying to get round it: every step, in every way of writing the name.
TEST(ObjectionStateTest, WhoIsRecusedTakesNoStep) {
  const auto recused = after(Signature::Named, {sample_event(Accept), sample_event(Recuse)});
  for (const char* name : {"经办丙", " 经办丙 ", "经 办 丙", "经办\u3000丙", "经办\u200B丙"}) {
    for (const HandlingStep step : all_steps()) {
      if (step == Supplement) continue;  // the objector's own
      ObjectionEvent event = sample_event(step);
      event.actor = name;
      const auto taken = standing_after(recused, event);
      ASSERT_FALSE(taken) << name << " " << to_text(step);
      EXPECT_EQ(taken.error().kind, ErrorKind::Conflict);
      EXPECT_THAT(taken.error().message,
                  AllOf(HasSubstr("已回避"), HasSubstr("信访工作条例第二十八条"),
                        HasSubstr("请换人办理"), Not(HasSubstr("已受理"))))
          << "how it stands is not theirs to know";
    }
    for (const HandlingStep step : {Investigate, Extend}) {
      ObjectionEvent event = sample_event(step);
      event.second_actor = name;
      EXPECT_THAT(standing_after(recused, event).error().message, HasSubstr("已回避")) << name;
    }
  }
  EXPECT_TRUE(standing_after(recused, sample_event(Investigate))) << "the others go on";
}

TEST(ObjectionStateTest, ARecusalIsOnesOwnOrAnothersAndEndsByAnother) {
  ObjectionEvent own = sample_event(Recuse);
  own.actor = own.second_actor;
  const auto recused = after(Signature::Named, {own});
  EXPECT_TRUE(is_recused(recused, "经 办丙"));
  EXPECT_FALSE(is_recused(recused, "经办丁"));
  ObjectionEvent by_oneself = sample_event(Readmit);
  by_oneself.actor = "经办丙";
  EXPECT_FALSE(standing_after(recused, by_oneself));
  const auto readmitted = standing_after(recused, sample_event(Readmit));
  ASSERT_TRUE(readmitted);
  EXPECT_FALSE(is_recused(*readmitted, "经办丙"));
  EXPECT_TRUE(require_not_recused(*readmitted, "经办丙"));
  EXPECT_TRUE(standing_after(*readmitted, own)) << "and once more";
}

TEST(ObjectionStateTest, ARecusalNamesSomebodyOfTheOffice) {
  const auto recused = after(Signature::Named, {sample_event(Recuse)});
  const auto expect_refused = [&](HandlingStep step, const char* person, ErrorKind kind) {
    ObjectionEvent event = sample_event(step);
    event.second_actor = person;
    const auto taken = standing_after(recused, event);
    ASSERT_FALSE(taken) << person;
    EXPECT_EQ(taken.error().kind, kind) << person;
  };
  expect_refused(Recuse, "", ErrorKind::Invalid);
  expect_refused(Recuse, "异议人", ErrorKind::Invalid);
  expect_refused(Recuse, "经 办 丙", ErrorKind::Conflict);
  expect_refused(Readmit, "", ErrorKind::Invalid);
  expect_refused(Readmit, "经办丁", ErrorKind::Conflict);
}

TEST(ObjectionStateTest, WhatIsUnfoundedIsMaintained) {
  const auto unfounded = after(Signature::Named, {sample_decision(Outcome::Unfounded)});
  const auto upheld = after(Signature::Named, {sample_decision(Outcome::Upheld)});
  for (const Measure measure : all_measures()) {
    ObjectionEvent event = sample_event(Dispose);
    event.measure = measure;
    EXPECT_EQ(standing_after(unfounded, event).has_value(), measure == Measure::Maintained);
    EXPECT_EQ(standing_after(upheld, event)->measure, measure);
  }
}

TEST(ObjectionStateTest, AnEventSaysAllThatItsKindWants) {
  ObjectionEvent blank = sample_decision(Outcome::Upheld);
  blank.outcome.reset();
  EXPECT_EQ(standing_after({}, blank).error().kind, ErrorKind::Invalid);
  ObjectionEvent asked = sample_event(Ask);
  asked.due.reset();
  EXPECT_EQ(standing_after({}, asked).error().kind, ErrorKind::Invalid);
  ObjectionEvent paraphrased = sample_event(Paraphrase);
  paraphrased.due.reset();
  EXPECT_EQ(standing_after({}, paraphrased).error().kind, ErrorKind::Invalid);
  ObjectionEvent disposed = sample_event(Dispose);
  disposed.measure.reset();
  EXPECT_EQ(standing_after(after(Signature::Named, {sample_decision(Outcome::Upheld)}), disposed)
                .error()
                .kind,
            ErrorKind::Invalid);
}

// R20: the clocks that the ceilings run on.
TEST(ObjectionStateTest, RemembersWhenItWasToldAcceptedAndReviewed) {
  const auto at = [](HandlingStep step, std::string_view when) {
    ObjectionEvent event = sample_event(step);
    event.at = parse_instant(when).value();
    return event;
  };
  const auto first = parse_instant("2017-06-23T09:00:00+08:00").value();
  const auto later = parse_instant("2017-07-03T09:00:00+08:00").value();
  const auto asked =
      after(Signature::Named, {at(Ask, to_text(first)), at(Supplement, to_text(later))});
  EXPECT_EQ(asked.told, first);
  EXPECT_FALSE(asked.accepted);
  EXPECT_FALSE(asked.due);
  const auto returned = after(Signature::Named, {at(Accept, to_text(first)), sample_event(Transfer),
                                                 at(Accept, to_text(later)), sample_event(Extend)});
  EXPECT_EQ(returned.accepted, first) << "sending it round the organs gains no time";
  EXPECT_TRUE(returned.extended);
  const auto reviewed =
      after(Signature::Anonymous, {sample_decision(Outcome::Upheld), at(Review, to_text(later))});
  EXPECT_EQ(reviewed.review, later);
  EXPECT_FALSE(after(Signature::Named, {sample_event(Withdraw)}).told);
  EXPECT_EQ(after(Signature::Named, {sample_event(Ask)}).due, parse_date("2017-06-30").value());
}

TEST(ObjectionStateTest, ARefusalSaysWhyAndWhatElse) {
  const auto reviewed = after(Signature::Anonymous, {sample_decision(Outcome::Upheld),
                                                     sample_event(Review), sample_event(Decide)});
  EXPECT_EQ(standing_after(reviewed, sample_event(Review)).error().message,
            "现在是“已办结”，不能复核：复核只有一次，已经复核过；可以办的是：处置、答复、回避、遮盖"
            "副本、内部记录");
  EXPECT_EQ(standing_after({}, sample_event(Reply)).error().message,
            "现在是“待处理”，不能答复；可以办的是：要求补正、受理、不予受理、转办、作出结论、并案、"
            "回避、转述、遮盖副本、内部记录");
}

TEST(ObjectionStateTest, WhatIsDoneAtTheLeaderSaysWhoLeads) {
  const auto joined = after(Signature::Named, {sample_event(Join)});
  EXPECT_EQ(joined.told, sample_event(Join).at);
  EXPECT_EQ(standing_after(joined, sample_event(Decide)).error().message,
            "已并入异议 2017-000009-5，现在是“待处理”，不能作出结论：请到那一件上办，或者先分案；"
            "可以办的是：分案、回避、遮盖副本、内部记录");
  ObjectionEvent elsewhere = shared_event(Decide);
  elsewhere.leader = "2017-000008-7";
  EXPECT_THAT(standing_after(joined, elsewhere).error().message,
              HasSubstr("没有同异议 2017-000008-7 一起办理"));
  EXPECT_TRUE(may_share(joined, Decide));
  EXPECT_FALSE(may_share(joined, Reply)) << "before it is decided";
  EXPECT_FALSE(may_share({}, Decide)) << "it joined nobody";
  EXPECT_FALSE(may_lead(joined));
  ObjectionEvent nobody = sample_event(Join);
  nobody.leader.clear();
  EXPECT_EQ(standing_after({}, nobody).error().kind, ErrorKind::Invalid);
}

TEST(ObjectionStateTest, AnImpossibleHistoryIsCorrupt) {
  const std::vector<ObjectionEvent> reply_first = {sample_event(Reply), sample_event(Decide)};
  const std::vector<ObjectionEvent> twice = {sample_event(Decide), sample_event(Decide)};
  for (const auto& history : {reply_first, twice}) {
    for (const auto signature : {Signature::Named, Signature::Anonymous}) {
      EXPECT_EQ(standing_of(signature, history).error().kind, ErrorKind::Corrupt);
    }
  }
}

TEST(ObjectionStateTest, StatesAndStepsHaveWords) {
  EXPECT_EQ(chinese(ObjectionState::Open), "待处理");
  EXPECT_EQ(to_text(ObjectionState::Open), "open");
  EXPECT_EQ(to_text(ObjectionState::AwaitingReply), "awaiting_reply");
  EXPECT_EQ(to_text(ObjectionState::Concluded), "concluded");
  for (const HandlingStep step : all_steps()) {
    EXPECT_FALSE(to_text(step).empty());
    EXPECT_FALSE(chinese(step).empty());
  }
}

}  // namespace
}  // namespace gongshi
