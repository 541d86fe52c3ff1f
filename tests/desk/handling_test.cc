#include "intake/desk/handling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/desk/case_file.h"
#include "intake/desk/office_text.h"
#include "tests/desk/sample_register.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

Decision decision(Outcome outcome = Outcome::Unfounded) {
  return {.outcome = outcome,
          .reason = "经核查，𬱖某的材料与台账一致。",
          .by = "经办甲",
          .at = instant("2017-06-26T10:00:00+08:00")};
}

Reply answer() {
  return {
      .text = "您反映的问题已核查。", .by = "经办乙", .at = instant("2017-06-26T11:00:00+08:00")};
}

TEST(HandlingTest, ANamedObjectionIsDecidedAndAnswered) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Named);
  EXPECT_EQ(decide(*reg, number, decision()), ObjectionState::AwaitingReply);
  EXPECT_EQ(reply(*reg, number, answer()), ObjectionState::Concluded);
  const CaseFile file = open_case(*reg, number).value();
  ASSERT_EQ(file.history.size(), 2U);
  EXPECT_EQ(file.history[0].kind, EventKind::Decided);
  EXPECT_EQ(file.history[0].outcome, Outcome::Unfounded);
  EXPECT_EQ(file.history[0].text, decision().reason);
  EXPECT_EQ(file.history[0].actor, "经办甲");
  EXPECT_EQ(file.history[0].at, decision().at);
  EXPECT_EQ(file.history[1].kind, EventKind::Replied);
  EXPECT_EQ(file.history[1].text, answer().text);
  EXPECT_EQ(file.history[1].actor, "经办乙");
  EXPECT_EQ(file.history[1].at, answer().at);
}

TEST(HandlingTest, AnAnonymousOneIsConcludedByItsDecisionAndMayStillBeAnswered) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Anonymous);
  EXPECT_EQ(decide(*reg, number, decision(Outcome::NotAccepted)), ObjectionState::Concluded);
  EXPECT_EQ(reply(*reg, number, answer()), ObjectionState::Concluded);
}

TEST(HandlingTest, IllegalStepsNameTheNumberAndStoreNothing) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Named);
  const auto early = reply(*reg, number, answer());
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(early.error().message, HasSubstr(number));
  ASSERT_TRUE(decide(*reg, number, decision()));
  const auto again = decide(*reg, number, decision(Outcome::Upheld));
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(again.error().message, HasSubstr(number));
  EXPECT_EQ(open_case(*reg, number)->history.size(), 1U);
  EXPECT_EQ(decide(*reg, "2017-999999-0", decision()).error().kind, ErrorKind::NotFound);
  EXPECT_EQ(reply(*reg, "2017-999999-0", answer()).error().kind, ErrorKind::NotFound);
}

TEST(HandlingTest, WordsAreNotBlankNotEndlessAndText) {
  struct Row {
    std::string text;
    bool taken;
  };
  std::string at_the_bound;
  for (std::size_t i = 0; i < kOfficeTextLengthMax; ++i) at_the_bound += "𬱖";
  const Row rows[] = {
      {"", false},          {" \n\u3000", false},         {"\xFF", false},
      {at_the_bound, true}, {at_the_bound + "字", false}, {"好", true},
  };
  for (const Row& row : rows) {
    SampleRegister reg;
    const std::string number = reg.file(Signature::Named);
    Decision decided = decision();
    decided.reason = row.text;
    EXPECT_EQ(decide(*reg, number, decided).has_value(), row.taken) << row.text.substr(0, 20);
    if (!row.taken) {
      ASSERT_TRUE(decide(*reg, number, decision()));
    }
    Reply replied = answer();
    replied.text = row.text;
    EXPECT_EQ(reply(*reg, number, replied).has_value(), row.taken) << row.text.substr(0, 20);
  }
}

TEST(HandlingTest, SomebodyDidIt) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Named);
  for (const char* by : {"", " ", "\u3000", "\xC0"}) {
    Decision decided = decision();
    decided.by = by;
    EXPECT_EQ(decide(*reg, number, decided).error().kind, ErrorKind::Invalid);
    Reply replied = answer();
    replied.by = by;
    EXPECT_EQ(reply(*reg, number, replied).error().kind, ErrorKind::Invalid);
  }
}

// Two desks over one register: the second of two deciders is told, and nothing of it is stored.
TEST(HandlingTest, OnlyOneOfTwoDesksDecides) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Named);
  Register other = Register::open(reg.folder() / "data").value();
  ASSERT_TRUE(decide(*reg, number, decision(Outcome::Upheld)));
  EXPECT_EQ(decide(other, number, decision(Outcome::Unfounded)).error().kind, ErrorKind::Conflict);
  EXPECT_EQ(open_case(*reg, number)->decision()->outcome, Outcome::Upheld);
}

}  // namespace
}  // namespace gongshi
