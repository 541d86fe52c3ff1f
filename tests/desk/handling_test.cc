#include "intake/desk/handling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/desk/case_file.h"
#include "intake/desk/office_text.h"
#include "tests/desk/sample_register.h"

namespace gongshi {
namespace {

using testing::AllOf;
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
  EXPECT_EQ(decide(*reg, number, decision(Outcome::Unverifiable)), ObjectionState::Concluded);
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

OfficeStep step(std::string text = "写下的话") {
  return {.text = std::move(text), .by = "经办甲", .at = instant("2017-06-26T10:00:00+08:00")};
}

const Date kDue = parse_date("2017-06-30").value();

TEST(HandlingTest, EveryStepLeavesWhatItSays) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Named);
  EXPECT_EQ(ask(*reg, number, step("请写明时间"), kDue), ObjectionState::AwaitingSupplement);
  EXPECT_EQ(accept(*reg, number, step("")), ObjectionState::Accepted);
  EXPECT_EQ(note(*reg, number, step("已电话联系")), ObjectionState::Accepted);
  EXPECT_EQ(transfer(*reg, number, step("某省监察机关")), ObjectionState::Transferred);
  EXPECT_EQ(accept(*reg, number, step("退回后自办")), ObjectionState::Accepted);
  EXPECT_EQ(investigate(*reg, number, step(""), "经办乙"), ObjectionState::Investigating);
  EXPECT_EQ(extend(*reg, number, step("涉及外省"), "审批丙"), ObjectionState::Investigating);
  EXPECT_EQ(decide(*reg, number, decision(Outcome::PartlyUpheld)), ObjectionState::AwaitingReply);
  EXPECT_EQ(dispose(*reg, number, Measure::Corrected, step("")), ObjectionState::AwaitingReply);
  EXPECT_EQ(reply(*reg, number, answer()), ObjectionState::Concluded);
  EXPECT_EQ(review(*reg, number, step("异议人来信")), ObjectionState::Reviewing);

  const CaseFile file = open_case(*reg, number).value();
  ASSERT_EQ(file.history.size(), 11U);
  const std::vector<ObjectionEvent>& told = file.history;
  EXPECT_EQ(told[0].due, kDue);
  EXPECT_EQ(told[0].text, "请写明时间");
  EXPECT_EQ(told[3].text, "某省监察机关");
  EXPECT_EQ(told[5].second_actor, "经办乙");
  EXPECT_EQ(told[6].second_actor, "审批丙");
  EXPECT_EQ(told[8].measure, Measure::Corrected);
  EXPECT_EQ(told[10].kind, EventKind::ReviewOpened);
  EXPECT_TRUE(file.standing.extended);
  EXPECT_EQ(file.standing.measure, Measure::Corrected);
}

TEST(HandlingTest, ARefusalCarriesItsListedReasonAndOwesANamedObjectorAReply) {
  SampleRegister reg;
  const std::string named = reg.file(Signature::Named);
  EXPECT_EQ(refuse(*reg, named, RefusalReason::OutOfScope, step()), ObjectionState::AwaitingReply);
  const CaseFile file = open_case(*reg, named).value();
  EXPECT_EQ(file.outcome(), Outcome::NotAccepted);
  EXPECT_EQ(file.history[0].refusal, RefusalReason::OutOfScope);
  const std::string anonymous = reg.file(Signature::Anonymous);
  EXPECT_EQ(refuse(*reg, anonymous, RefusalReason::VagueAnonymous, step()),
            ObjectionState::Concluded);
}

// DOMAIN R19.
TEST(HandlingTest, ADecisionNotToAcceptSaysAListedReasonAndNoOtherDoes) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Anonymous);
  const auto blunt = decide(*reg, number, decision(Outcome::NotAccepted));
  ASSERT_FALSE(blunt);
  EXPECT_EQ(blunt.error().kind, ErrorKind::Invalid);
  EXPECT_THAT(blunt.error().message, HasSubstr("--listed-reason"));
  Decision other = decision(Outcome::Upheld);
  other.refusal = RefusalReason::NoClue;
  EXPECT_EQ(decide(*reg, number, other).error().kind, ErrorKind::Invalid);
  Decision listed = decision(Outcome::NotAccepted);
  listed.refusal = RefusalReason::NoClue;
  EXPECT_EQ(decide(*reg, number, listed), ObjectionState::Concluded);
  EXPECT_EQ(open_case(*reg, number)->history[0].refusal, RefusalReason::NoClue);
}

TEST(HandlingTest, WhatWasWithdrawnOnlineIsContinuedOnTheOfficesOwnMotion) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Named);
  EXPECT_THAT(register_withdrawal(*reg, number, step()).error().message,
              HasSubstr("由异议人凭登记号和查询码自己撤回"));
  EXPECT_EQ(continue_handling(*reg, number, step()).error().kind, ErrorKind::Conflict);
  ASSERT_TRUE((*reg).append_event(number, 0,
                                  {.kind = EventKind::Decided,
                                   .at = instant(kLastSecond),
                                   .actor = "异议人",
                                   .outcome = Outcome::Withdrawn,
                                   .text = "撤回"}));
  EXPECT_EQ(continue_handling(*reg, number, step("事实具体")), ObjectionState::Investigating);
  EXPECT_EQ(decide(*reg, number, decision(Outcome::Upheld)), ObjectionState::Concluded);
}

TEST(HandlingTest, WhatStepsNeedIsAskedFor) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Named);
  const auto expect_invalid = [](const Result<ObjectionState>& taken, const char* why) {
    ASSERT_FALSE(taken) << why;
    EXPECT_EQ(taken.error().kind, ErrorKind::Invalid) << why;
    EXPECT_THAT(taken.error().message, HasSubstr(why));
  };
  expect_invalid(ask(*reg, number, step(), parse_date("2017-06-25").value()), "2017年6月25日");
  expect_invalid(ask(*reg, number, step(" "), kDue), "要求补正的内容不能是空白");
  expect_invalid(transfer(*reg, number, step("")), "转往的机关");
  expect_invalid(transfer(*reg, number, step("某机关\n附：原文")), "一行");
  expect_invalid(refuse(*reg, number, RefusalReason::NoClue, step("")), "不予受理的说明");
  expect_invalid(note(*reg, number, step("")), "内部记录");
  expect_invalid(accept(*reg, number, {.text = "", .by = " ", .at = {}}), "经办人");
  ASSERT_TRUE(accept(*reg, number, step("")));
  expect_invalid(accept(*reg, number, step("\xFF")), "UTF-8");
  expect_invalid(investigate(*reg, number, step(""), " "), "核查的另一人");
  expect_invalid(investigate(*reg, number, step(""), " 经办甲 "), "另一个人");
  expect_invalid(extend(*reg, number, step(""), "审批丙"), "延长期限的理由");
  EXPECT_EQ(open_case(*reg, number)->history.size(), 1U);
}

// DOMAIN R21: every function that takes a step, with every name that is the same.
TEST(HandlingTest, WhoIsRecusedIsStoppedAtEveryStep) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Named);
  ASSERT_EQ(recuse(*reg, number, step("与候选对象是亲属"), "经办丙"), ObjectionState::Open);
  for (const char* name : {"经办丙", " 经办丙", "经 办 丙", "经办丙\u3000"}) {
    const OfficeStep theirs{.text = "写下的话", .by = name, .at = step().at};
    const std::vector<Result<ObjectionState>> taken = {
        ask(*reg, number, theirs, kDue),
        accept(*reg, number, theirs),
        refuse(*reg, number, RefusalReason::OutOfScope, theirs),
        transfer(*reg, number, theirs),
        investigate(*reg, number, theirs, "经办乙"),
        investigate(*reg, number, step(), name),
        extend(*reg, number, theirs, "审批丁"),
        extend(*reg, number, step(), name),
        decide(*reg, number,
               {.outcome = Outcome::Unfounded, .reason = "一致", .by = name, .at = step().at}),
        dispose(*reg, number, Measure::Maintained, theirs),
        reply(*reg, number, {.text = "一致", .by = name, .at = step().at}),
        review(*reg, number, theirs),
        continue_handling(*reg, number, theirs),
        recuse(*reg, number, theirs, "经办乙"),
        readmit(*reg, number, theirs, "经办丙"),
        note(*reg, number, theirs)};
    for (std::size_t i = 0; i < taken.size(); ++i) {
      ASSERT_FALSE(taken[i]) << name << ", step " << i;
      EXPECT_EQ(taken[i].error().kind, ErrorKind::Conflict) << name << ", step " << i;
      EXPECT_THAT(taken[i].error().message,
                  AllOf(HasSubstr(number), HasSubstr("已回避"), HasSubstr("请换人办理")))
          << name << ", step " << i;
    }
  }
  EXPECT_EQ(open_case(*reg, number)->history.size(), 1U) << "nothing was stored";
  EXPECT_EQ(accept(*reg, number, step()), ObjectionState::Accepted) << "the others go on";
  EXPECT_EQ(readmit(*reg, number, step("查明不是亲属"), "经办 丙"), ObjectionState::Accepted);
  EXPECT_TRUE(note(*reg, number, {.text = "一", .by = "经办丙", .at = step().at}));
  const CaseFile file = open_case(*reg, number).value();
  EXPECT_EQ(file.history[0].second_actor, "经办丙");
  EXPECT_EQ(file.history[0].text, "与候选对象是亲属");
  EXPECT_EQ(file.history[2].kind, EventKind::Readmitted);
}

TEST(HandlingTest, ARecusalIsOfOneObjection) {
  SampleRegister reg;
  const std::string one = reg.file(Signature::Named);
  const std::string other = reg.file(Signature::Named);
  ASSERT_TRUE(recuse(*reg, one, step("本人申请"), "经办甲"));
  EXPECT_FALSE(accept(*reg, one, step("")));
  EXPECT_TRUE(accept(*reg, other, step("")));
  EXPECT_EQ(recuse(*reg, other, step(""), "经办乙").error().kind, ErrorKind::Invalid)
      << "no reason";
  EXPECT_EQ(recuse(*reg, other, step(), "异议人").error().kind, ErrorKind::Invalid);
}

// Two people investigate, and none of them with an interest.
TEST(HandlingTest, WhatSomebodyRecusedInvestigatedIsInvestigatedAnew) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Named);
  ASSERT_TRUE(accept(*reg, number, step("")));
  ASSERT_TRUE(investigate(*reg, number, step(""), "经办乙"));
  ASSERT_TRUE(recuse(*reg, number, step("同乡"), "经办乙"));
  const auto refused = decide(*reg, number, decision());
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, AllOf(HasSubstr("经办乙已回避"), HasSubstr("重新登记核查")));
  ASSERT_TRUE(investigate(*reg, number, step(""), "经办丙"));
  ASSERT_TRUE(decide(*reg, number, decision()));
  ASSERT_TRUE(reply(*reg, number, {.text = "一致", .by = "经办甲", .at = step().at}));
  ASSERT_TRUE(review(*reg, number, step()));
  ASSERT_TRUE(recuse(*reg, number, step("同乡"), "经办丙"));
  EXPECT_TRUE(decide(*reg, number, decision())) << "that investigation has had its decision";
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
