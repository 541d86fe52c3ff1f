#include "intake/filing/objection_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace gongshi {
namespace {

using enum ObjectionState;

ObjectionEvent decided(Outcome outcome) {
  return {.kind = EventKind::Decided, .at = {}, .actor = "甲", .outcome = outcome, .text = "理由"};
}

ObjectionEvent replied() {
  return {
      .kind = EventKind::Replied, .at = {}, .actor = "甲", .outcome = std::nullopt, .text = "答复"};
}

// What the office decides; withdrawn is what the objector does.
constexpr Outcome kOfficeOutcomes[] = {Outcome::Unfounded,    Outcome::Upheld,
                                       Outcome::PartlyUpheld, Outcome::Unverifiable,
                                       Outcome::NotAccepted,  Outcome::Transferred};

// Every state with every step, signed or not: what follows, or nothing where it is refused.
struct Row {
  ObjectionState before;
  Signature signature;
  EventKind step;
  std::optional<ObjectionState> after;
};

constexpr Row kEveryStep[] = {
    {Open, Signature::Named, EventKind::Decided, AwaitingReply},
    {Open, Signature::Anonymous, EventKind::Decided, Concluded},
    {Open, Signature::Named, EventKind::Replied, std::nullopt},
    {Open, Signature::Anonymous, EventKind::Replied, std::nullopt},
    {AwaitingReply, Signature::Named, EventKind::Decided, std::nullopt},
    {AwaitingReply, Signature::Anonymous, EventKind::Decided, std::nullopt},
    {AwaitingReply, Signature::Named, EventKind::Replied, Concluded},
    {AwaitingReply, Signature::Anonymous, EventKind::Replied, Concluded},
    {Concluded, Signature::Named, EventKind::Decided, std::nullopt},
    {Concluded, Signature::Anonymous, EventKind::Decided, std::nullopt},
    {Concluded, Signature::Named, EventKind::Replied, Concluded},
    {Concluded, Signature::Anonymous, EventKind::Replied, Concluded},
};

// What the objector adds: nothing that the office must do first, and nothing after the end.
TEST(ObjectionStateTest, ASupplementChangesNoStateAndEndsWithTheCase) {
  const ObjectionEvent added{.kind = EventKind::Supplemented,
                             .at = {},
                             .actor = "异议人",
                             .outcome = std::nullopt,
                             .text = "补充"};
  for (const Signature signature : {Signature::Named, Signature::Anonymous}) {
    EXPECT_EQ(state_after(Open, signature, added), Open);
    EXPECT_EQ(state_after(AwaitingReply, signature, added), AwaitingReply);
    EXPECT_EQ(state_after(Concluded, signature, added).error().kind, ErrorKind::Conflict);
  }
}

TEST(ObjectionStateTest, EveryStepFromEveryStateIsInTheTable) {
  for (const Row& row : kEveryStep) {
    for (const Outcome outcome : kOfficeOutcomes) {
      const ObjectionEvent event = row.step == EventKind::Decided ? decided(outcome) : replied();
      const Result<ObjectionState> after = state_after(row.before, row.signature, event);
      const std::string where =
          std::string(to_text(row.before)) + " " +
          (row.signature == Signature::Named ? "named " : "anonymous ") +
          (row.step == EventKind::Decided ? to_text(outcome).data() : "reply");
      ASSERT_EQ(after.has_value(), row.after.has_value()) << where;
      if (after) {
        EXPECT_EQ(*after, *row.after) << where;
      } else {
        EXPECT_EQ(after.error().kind, ErrorKind::Conflict) << where;
        EXPECT_THAT(after.error().message, testing::HasSubstr("gongshi-desk")) << "the way out";
      }
    }
  }
}

TEST(ObjectionStateTest, NobodyIsOwedAReplyToWhatTheyTookBack) {
  EXPECT_EQ(state_after(Open, Signature::Named, decided(Outcome::Withdrawn)), Concluded);
  EXPECT_EQ(state_after(Open, Signature::Anonymous, decided(Outcome::Withdrawn)), Concluded);
}

TEST(ObjectionStateTest, ADecisionSaysWhatItIs) {
  ObjectionEvent blank = decided(Outcome::Upheld);
  blank.outcome.reset();
  EXPECT_EQ(state_after(Open, Signature::Named, blank).error().kind, ErrorKind::Invalid);
}

TEST(ObjectionStateTest, AHistoryIsItsStepsOneAfterAnother) {
  std::vector<ObjectionEvent> history;
  EXPECT_EQ(state_of(Signature::Named, history), Open);
  history.push_back(decided(Outcome::Upheld));
  EXPECT_EQ(state_of(Signature::Named, history), AwaitingReply);
  EXPECT_EQ(state_of(Signature::Anonymous, history), Concluded);
  history.push_back(replied());
  EXPECT_EQ(state_of(Signature::Named, history), Concluded);
  history.push_back(replied());
  EXPECT_EQ(state_of(Signature::Named, history), Concluded);
}

TEST(ObjectionStateTest, AnImpossibleHistoryIsCorrupt) {
  const std::vector<ObjectionEvent> reply_first = {replied(), decided(Outcome::Upheld)};
  const std::vector<ObjectionEvent> twice = {decided(Outcome::Upheld), decided(Outcome::Unfounded)};
  for (const auto& history : {reply_first, twice}) {
    for (const auto signature : {Signature::Named, Signature::Anonymous}) {
      EXPECT_EQ(state_of(signature, history).error().kind, ErrorKind::Corrupt);
    }
  }
}

TEST(ObjectionStateTest, StatesHaveWords) {
  EXPECT_EQ(chinese(Open), "待处理");
  EXPECT_EQ(chinese(AwaitingReply), "已作结论待答复");
  EXPECT_EQ(chinese(Concluded), "已办结");
  EXPECT_EQ(to_text(Open), "open");
  EXPECT_EQ(to_text(AwaitingReply), "awaiting_reply");
  EXPECT_EQ(to_text(Concluded), "concluded");
}

}  // namespace
}  // namespace gongshi
