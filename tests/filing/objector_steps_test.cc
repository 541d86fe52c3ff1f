#include "intake/filing/objector_steps.h"

#include <gtest/gtest.h>

#include <string>

#include "intake/filing/file_objection.h"
#include "intake/filing/limits.h"
#include "tests/filing/sample_filing.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

const Instant kWhileOpen = at("2017-06-22T09:00:00+08:00");
const Instant kLater = at("2017-06-23T09:00:00+08:00");

class ObjectorStepsTest : public testing::Test {
 protected:
  ObjectorStepsTest() {
    const FilingOutcome filed = file_objection(reg_, sample_notice(), sample_parsed().form,
                                               sample_parsed().objection, {kWhileOpen});
    number_ = std::get<Receipt>(filed).number;
  }

  Status status() const {
    return look_up_status(reg_, number_, ReceiptCode::derive(sample_parsed().form)).value().value();
  }
  void office_does(const ObjectionEvent& event) {
    ASSERT_TRUE(reg_.append_event(number_, status().steps.size(), event));
  }
  void office_decides(Outcome outcome) {
    office_does({.kind = EventKind::Decided,
                 .at = kLater,
                 .actor = "经办甲",
                 .outcome = outcome,
                 .text = "理由"});
  }
  void office_replies() {
    office_does({.kind = EventKind::Replied,
                 .at = kLater,
                 .actor = "经办甲",
                 .outcome = {},
                 .text = "答复"});
  }

  std::optional<StepRefusal> add(std::string_view note) {
    return supplement(reg_, status(), note, kLater).value();
  }
  std::optional<StepRefusal> take_back() { return withdraw(reg_, status(), kLater).value(); }

  SampleFolder folder_;
  Register reg_ = sample_register(folder_ / "data");
  std::string number_;
};

TEST_F(ObjectorStepsTest, ANoteIsAddedAndTheObjectionStaysAsItWas) {
  const Record before = status().record;
  EXPECT_FALSE(add("第二天又发现一处"));
  const Status after = status();
  ASSERT_EQ(after.steps.size(), 1U);
  EXPECT_EQ(after.steps[0].kind, EventKind::Supplemented);
  EXPECT_EQ(after.steps[0].text, "第二天又发现一处");
  EXPECT_EQ(after.steps[0].at, kLater);
  EXPECT_EQ(after.record, before);
  EXPECT_FALSE(after.outcome());
}

TEST_F(ObjectorStepsTest, TheSameNoteSentTwiceIsOne) {
  EXPECT_FALSE(add("一"));
  EXPECT_FALSE(add("一"));
  EXPECT_FALSE(add("二"));
  EXPECT_FALSE(add("一"));  // said again after something else
  EXPECT_EQ(status().steps.size(), 3U);
}

TEST_F(ObjectorStepsTest, NotesHaveABound) {
  for (std::size_t i = 0; i < kSupplementCountMax; ++i) EXPECT_FALSE(add(std::to_string(i)));
  EXPECT_FALSE(may_supplement(status()));
  EXPECT_EQ(add("one more"), StepRefusal::TooMany);
  EXPECT_EQ(status().steps.size(), kSupplementCountMax);
}

TEST_F(ObjectorStepsTest, NotesGoOnUntilTheOfficeIsThrough) {
  office_decides(Outcome::Unfounded);
  EXPECT_FALSE(add("还有一点"));  // a named objector is still owed the reply
  office_replies();
  EXPECT_EQ(add("再一点"), StepRefusal::Concluded);
  EXPECT_FALSE(may_supplement(status()));
}

TEST_F(ObjectorStepsTest, WithdrawingIsADecisionWithATrace) {
  EXPECT_TRUE(may_withdraw(status()));
  const std::string head = reg_.checkpoint().value();
  EXPECT_FALSE(take_back());
  EXPECT_EQ(status().outcome(), Outcome::Withdrawn);
  EXPECT_EQ(reg_.events(number_)->front().actor, kObjectorActor);
  EXPECT_NE(reg_.checkpoint().value(), head);  // a leaf of the log
  EXPECT_FALSE(may_withdraw(status()));
  EXPECT_FALSE(take_back());  // sent again
  EXPECT_EQ(status().steps.size(), 1U);
  EXPECT_EQ(add("反悔"), StepRefusal::Concluded);
}

TEST_F(ObjectorStepsTest, WhatTheOfficeDecidedStays) {
  office_decides(Outcome::Upheld);
  EXPECT_EQ(take_back(), StepRefusal::Decided);
  EXPECT_EQ(status().outcome(), Outcome::Upheld);
}

TEST_F(ObjectorStepsTest, WhoWasOvertakenLooksAgain) {
  const Status seen = status();
  office_decides(Outcome::Upheld);
  EXPECT_EQ(supplement(reg_, seen, "note", kLater).value(), StepRefusal::Changed);
  EXPECT_EQ(withdraw(reg_, seen, kLater).value(), StepRefusal::Changed);
  EXPECT_EQ(status().steps.size(), 1U);
}

}  // namespace
}  // namespace gongshi
