#include "intake/desk/grouping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "intake/desk/closing.h"
#include "intake/filing/file_objection.h"
#include "intake/filing/objector_steps.h"
#include "intake/filing/status.h"
#include "tests/desk/sample_register.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

OfficeStep step(std::string text = "同一事实，同一对象") {
  return {.text = std::move(text), .by = "经办甲", .at = instant("2017-06-26T10:00:00+08:00")};
}

Decision decision(Outcome outcome = Outcome::Upheld) {
  return {.outcome = outcome, .reason = "经核查属实。", .by = "经办甲", .at = step().at};
}

Reply answer() { return {.text = "已核查，答复如下。", .by = "经办甲", .at = step().at}; }

class GroupingTest : public testing::Test {
 protected:
  std::string file(Signature signature = Signature::Named, std::string_view about = "person") {
    return reg_.file(signature, about);
  }
  // Three that joined the first.
  std::vector<std::string> group_of_three() {
    std::vector<std::string> numbers = {file(), file(), file(Signature::Anonymous)};
    EXPECT_TRUE(join(*reg_, numbers[1], numbers[0], step()));
    EXPECT_TRUE(join(*reg_, numbers[2], numbers[0], step()));
    return numbers;
  }
  ObjectionStanding standing(const std::string& number) {
    return open_case(*reg_, number)->standing;
  }
  std::size_t steps_of(const std::string& number) {
    return open_case(*reg_, number)->history.size();
  }
  // What its objector does at /status.
  void withdraw_online(const std::string& number) {
    ASSERT_TRUE((*reg_).append_event(number, steps_of(number),
                                     {.kind = EventKind::Decided,
                                      .at = instant(kLastSecond),
                                      .actor = "异议人",
                                      .outcome = Outcome::Withdrawn,
                                      .text = "撤回"}));
  }
  // Of another notice, or about whom the sample knows nothing.
  std::string file_elsewhere() {
    NewObjection objection;
    objection.form_digest = sha256("elsewhere");
    objection.notice = NoticeId::parse("another-notice").value();
    objection.candidate = CandidateId::parse("person").value();
    objection.received_at = instant(kWhileOpen);
    objection.record = "record\n";
    return (*reg_).append(objection)->number;
  }

  SampleRegister reg_;
};

TEST_F(GroupingTest, WhatIsFoundAtTheLeaderIsFoundAndAnsweredForEach) {
  const auto numbers = group_of_three();
  EXPECT_EQ(decide(*reg_, numbers[0], decision()), ObjectionState::AwaitingReply);
  EXPECT_EQ(dispose(*reg_, numbers[0], Measure::Corrected, step("更正名单")),
            ObjectionState::AwaitingReply);
  EXPECT_EQ(reply(*reg_, numbers[0], answer()), ObjectionState::Concluded);
  for (const std::string& number : numbers) {
    const CaseFile file = open_case(*reg_, number).value();
    EXPECT_EQ(file.state(), ObjectionState::Concluded) << number;
    EXPECT_EQ(file.outcome(), Outcome::Upheld);
    EXPECT_EQ(file.decision()->text, decision().reason);
    EXPECT_EQ(file.standing.measure, Measure::Corrected);
    EXPECT_EQ(file.reply()->text, answer().text);
    EXPECT_EQ(file.reply()->leader, number == numbers[0] ? "" : numbers[0]);
  }
  const ClosingProposal proposal{
      .dispositions = {}, .handler = "经办甲", .approver = "审批乙", .at = instant(kAtClosing)};
  const auto cases = list_cases(*reg_, std::nullopt).value();
  ASSERT_THAT(what_blocks_closing(sample_notice(), cases, proposal), IsEmpty());
  const ClosingRecord record = make_closing_record(sample_notice(), cases, proposal, "");
  EXPECT_EQ(record.objections, 3) << "each is counted";
  EXPECT_THAT(record.leaf_indices, SizeIs(3));
}

TEST_F(GroupingTest, EachOneBlocksTheClosingUntilItIsAnswered) {
  const auto numbers = group_of_three();
  ASSERT_TRUE(decide(*reg_, numbers[0], decision(Outcome::Unfounded)));
  const auto blockers = what_blocks_closing(
      sample_notice(), list_cases(*reg_, std::nullopt).value(),
      {.dispositions = {}, .handler = "经办甲", .approver = "审批乙", .at = instant(kAtClosing)});
  EXPECT_THAT(blockers, ElementsAre(HasSubstr(numbers[0]), HasSubstr(numbers[1])));
}

using Step = std::function<Result<ObjectionState>(Register&, const std::string&)>;

const std::vector<Step>& steps_at_the_leader() {
  static const std::vector<Step> kSteps = {
      [](Register& reg, const std::string& number) {
        return ask(reg, number, step(), parse_date("2017-06-30").value());
      },
      [](Register& reg, const std::string& number) { return accept(reg, number, step()); },
      [](Register& reg, const std::string& number) {
        return refuse(reg, number, RefusalReason::OutOfScope, step());
      },
      [](Register& reg, const std::string& number) { return transfer(reg, number, step()); },
      [](Register& reg, const std::string& number) {
        return investigate(reg, number, step(), "经办乙");
      },
      [](Register& reg, const std::string& number) { return extend(reg, number, step(), "审批"); },
      [](Register& reg, const std::string& number) { return decide(reg, number, decision()); },
      [](Register& reg, const std::string& number) {
        return dispose(reg, number, Measure::Corrected, step());
      },
      [](Register& reg, const std::string& number) { return reply(reg, number, answer()); }};
  return kSteps;
}

TEST_F(GroupingTest, OneThatJoinedIsWorkedAtItsLeaderAlone) {
  const auto numbers = group_of_three();
  for (const Step& take : steps_at_the_leader()) {
    const auto taken = take(*reg_, numbers[1]);
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().kind, ErrorKind::Conflict);
    EXPECT_THAT(taken.error().message,
                AllOf(HasSubstr(numbers[1]), HasSubstr("已并入异议 " + numbers[0])));
  }
  EXPECT_EQ(steps_of(numbers[1]), 1U);
  EXPECT_TRUE(note(*reg_, numbers[1], step("内部的话")));
  EXPECT_EQ(steps_of(numbers[0]), 0U) << "a note is nobody else's";
}

TEST_F(GroupingTest, WhatDoesNotApplyToOneIsPassedOver) {
  const auto numbers = group_of_three();
  EXPECT_EQ(ask(*reg_, numbers[0], step(), parse_date("2017-06-30").value()),
            ObjectionState::AwaitingSupplement);
  EXPECT_EQ(steps_of(numbers[1]), 1U) << "who is asked is one objector";
  EXPECT_EQ(accept(*reg_, numbers[0], step("")), ObjectionState::Accepted);
  EXPECT_EQ(investigate(*reg_, numbers[0], step(""), "经办乙"), ObjectionState::Investigating);
  EXPECT_EQ(extend(*reg_, numbers[0], step(), "审批丙"), ObjectionState::Investigating);
  for (const std::string& number : numbers) {
    EXPECT_EQ(standing(number).state, ObjectionState::Investigating);
    EXPECT_TRUE(standing(number).extended);
  }
  const std::string late = file();
  ASSERT_TRUE(accept(*reg_, late, step("")));
  ASSERT_TRUE(join(*reg_, late, numbers[0], step()));
  EXPECT_EQ(transfer(*reg_, numbers[0], step("某省监察机关")), ObjectionState::Transferred);
  EXPECT_EQ(accept(*reg_, numbers[0], step("退回")), ObjectionState::Accepted);
  EXPECT_EQ(standing(late).state, ObjectionState::Accepted);
  EXPECT_FALSE(standing(late).extended) << "its own time has only begun";
  EXPECT_TRUE(decide(*reg_, numbers[0], decision()));
  EXPECT_EQ(standing(late).outcome, Outcome::Upheld);
}

TEST_F(GroupingTest, WhatMayNotBeJoined) {
  const std::string leader = file();
  const std::string joiner = file();
  const std::string joined = file();
  ASSERT_TRUE(join(*reg_, joined, leader, step()));
  const std::string accepted = file();
  ASSERT_TRUE(accept(*reg_, accepted, step("")));
  const std::string concluded = file(Signature::Anonymous);
  ASSERT_TRUE(decide(*reg_, concluded, decision()));
  const std::string unanswered = file();
  ASSERT_TRUE(decide(*reg_, unanswered, decision()));
  const std::string withdrawn = file();
  withdraw_online(withdrawn);
  const std::string reviewed = file(Signature::Anonymous);
  ASSERT_TRUE(decide(*reg_, reviewed, decision()));
  ASSERT_TRUE(review(*reg_, reviewed, step()));
  const std::string asked = file();
  ASSERT_TRUE(ask(*reg_, asked, step(), parse_date("2017-06-30").value()));
  struct Row {
    std::string joiner;
    std::string leader;
    ErrorKind kind;
    std::string says;
  };
  const Row rows[] = {
      {joiner, joiner, ErrorKind::Invalid, "不能并入自己"},
      {joiner, joined, ErrorKind::Conflict, "请并入 " + leader},
      {joined, joiner, ErrorKind::Conflict, "改并到另一件，先分案"},
      {joined, leader, ErrorKind::Conflict, "先分案"},
      {joiner, file_elsewhere(), ErrorKind::Conflict, "不是对同一次公示"},
      {joiner, file(Signature::Named, "reception"), ErrorKind::Conflict, "不是对同一个对象"},
      {joiner, file(Signature::Named, ""), ErrorKind::Conflict, "不是对同一个对象"},
      {joiner, concluded, ErrorKind::Conflict, "已办结"},
      {joiner, unanswered, ErrorKind::Conflict, "已作结论待答复"},
      {joiner, withdrawn, ErrorKind::Conflict, "已办结"},
      {joiner, reviewed, ErrorKind::Conflict, "复核中"},
      {concluded, joiner, ErrorKind::Conflict, "不能并案"},
      {unanswered, joiner, ErrorKind::Conflict, "不能并案"},
      {withdrawn, joiner, ErrorKind::Conflict, "不能并案"},
      {reviewed, joiner, ErrorKind::Conflict, "不能并案"},
      {asked, joiner, ErrorKind::Conflict, "不能并案"},
      {joiner, accepted, ErrorKind::Conflict, "请先受理 " + joiner},
      {accepted, joiner, ErrorKind::Conflict, "请先受理 " + joiner},
      {joiner, "2017-999999-0", ErrorKind::NotFound, "2017-999999-0"},
      {"2017-999999-0", joiner, ErrorKind::NotFound, "2017-999999-0"},
  };
  for (const Row& row : rows) {
    const auto made = join(*reg_, row.joiner, row.leader, step());
    ASSERT_FALSE(made) << row.joiner << " " << row.leader << " " << row.says;
    EXPECT_EQ(made.error().kind, row.kind) << made.error().message;
    EXPECT_THAT(made.error().message, HasSubstr(row.says));
  }
  EXPECT_EQ(steps_of(joiner), 0U);
  EXPECT_EQ(join(*reg_, joiner, leader, step(" ")).error().kind, ErrorKind::Invalid);
  OfficeStep nobody = step();
  nobody.by = "";
  EXPECT_EQ(join(*reg_, joiner, leader, nobody).error().kind, ErrorKind::Invalid);
  EXPECT_TRUE(join(*reg_, joiner, asked, step())) << "who waits for its objector may lead";
}

TEST_F(GroupingTest, AGroupThatJoinsIsOneGroupAndOneLevelDeep) {
  const auto numbers = group_of_three();
  const std::string leader = file();
  ASSERT_TRUE(join(*reg_, numbers[0], leader, step()));
  for (const std::string& number : numbers) EXPECT_EQ(standing(number).leader, leader);
  EXPECT_THAT(group_of(*reg_, leader)->members, SizeIs(3));
  EXPECT_THAT(group_of(*reg_, numbers[0])->members, IsEmpty());
  ASSERT_TRUE(decide(*reg_, leader, decision()));
  for (const std::string& number : numbers) EXPECT_EQ(standing(number).outcome, Outcome::Upheld);
}

TEST_F(GroupingTest, AnotherOfTheGroupMayLead) {
  const auto numbers = group_of_three();
  ASSERT_TRUE(join(*reg_, numbers[0], numbers[1], step("先收到的那一件说得更清楚")));
  EXPECT_EQ(standing(numbers[1]).leader, "");
  EXPECT_EQ(standing(numbers[0]).leader, numbers[1]);
  EXPECT_EQ(standing(numbers[2]).leader, numbers[1]);
}

TEST_F(GroupingTest, WhenTheLeaderIsWithdrawnAnotherLeadsOrTheOfficeContinues) {
  const auto handed_over = group_of_three();
  withdraw_online(handed_over[0]);
  ASSERT_TRUE(reply(*reg_, handed_over[0], answer())) << "a last word to its own objector";
  EXPECT_EQ(steps_of(handed_over[1]), 1U);
  EXPECT_EQ(decide(*reg_, handed_over[1], decision()).error().kind, ErrorKind::Conflict);
  ASSERT_TRUE(join(*reg_, handed_over[0], handed_over[1], step()));
  EXPECT_EQ(standing(handed_over[0]).leader, "");
  ASSERT_TRUE(decide(*reg_, handed_over[1], decision()));
  EXPECT_EQ(standing(handed_over[0]).outcome, Outcome::Withdrawn);
  EXPECT_EQ(standing(handed_over[2]).outcome, Outcome::Upheld);

  const auto continued = group_of_three();
  withdraw_online(continued[0]);
  ASSERT_TRUE(continue_handling(*reg_, continued[0], step("事实具体")));
  ASSERT_TRUE(decide(*reg_, continued[0], decision()));
  ASSERT_TRUE(reply(*reg_, continued[0], answer()));
  for (const std::string& number : continued) {
    EXPECT_EQ(standing(number).state, ObjectionState::Concluded);
    EXPECT_EQ(standing(number).outcome, Outcome::Upheld);
  }
}

TEST_F(GroupingTest, WhoWithdrawsLeavesTheGroup) {
  const auto numbers = group_of_three();
  withdraw_online(numbers[1]);
  EXPECT_THAT(group_of(*reg_, numbers[0])->members, SizeIs(1));
  ASSERT_TRUE(decide(*reg_, numbers[0], decision()));
  EXPECT_EQ(standing(numbers[1]).outcome, Outcome::Withdrawn);
  EXPECT_EQ(standing(numbers[2]).outcome, Outcome::Upheld);
}

TEST_F(GroupingTest, AReviewConcernsTheOneWhoseItIs) {
  const auto numbers = group_of_three();
  ASSERT_TRUE(decide(*reg_, numbers[0], decision()));
  ASSERT_TRUE(reply(*reg_, numbers[0], answer()));
  ASSERT_TRUE(review(*reg_, numbers[1], step("来信申请复核")));
  EXPECT_EQ(standing(numbers[1]).leader, "");
  EXPECT_EQ(decide(*reg_, numbers[1], decision(Outcome::Unfounded)), ObjectionState::AwaitingReply);
  EXPECT_EQ(standing(numbers[0]).outcome, Outcome::Upheld);
  // The leader's own is not the group's either.
  ASSERT_TRUE(review(*reg_, numbers[0], step("依职权复核")));
  ASSERT_TRUE(decide(*reg_, numbers[0], decision(Outcome::Unverifiable)));
  ASSERT_TRUE(reply(*reg_, numbers[0], answer()));
  EXPECT_EQ(standing(numbers[2]).outcome, Outcome::Upheld);
}

TEST_F(GroupingTest, WhoIsSeparatedIsHandledAlone) {
  const auto numbers = group_of_three();
  EXPECT_EQ(separate(*reg_, numbers[1], step("说的是另一件事")), ObjectionState::Open);
  EXPECT_EQ(separate(*reg_, numbers[1], step()).error().kind, ErrorKind::Conflict);
  EXPECT_EQ(separate(*reg_, numbers[0], step()).error().kind, ErrorKind::Conflict);
  ASSERT_TRUE(decide(*reg_, numbers[0], decision()));
  EXPECT_FALSE(standing(numbers[1]).outcome);
  EXPECT_TRUE(decide(*reg_, numbers[1], decision(Outcome::Unfounded)));
}

// One that cannot take the step keeps the whole group from it: nobody is decided by halves.
TEST_F(GroupingTest, ADecisionThatOneMayNotTakeIsNobodys) {
  const auto numbers = group_of_three();
  ASSERT_TRUE(separate(*reg_, numbers[1], step()));
  ASSERT_TRUE(join(*reg_, numbers[1], numbers[0], step()));
  const std::string named = numbers[1];
  const auto refused = refuse(*reg_, numbers[2], RefusalReason::VagueAnonymous, step());
  EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
  ASSERT_TRUE(join(*reg_, numbers[0], numbers[2], step()));
  const auto by_anonymous = refuse(*reg_, numbers[2], RefusalReason::VagueAnonymous, step());
  ASSERT_FALSE(by_anonymous);
  EXPECT_THAT(by_anonymous.error().message, HasSubstr("实名"));
  for (const std::string& number : numbers) EXPECT_FALSE(standing(number).outcome) << number;
}

TEST_F(GroupingTest, WhoIsRecusedFromOneTakesNoStepOfItsGroup) {
  const auto numbers = group_of_three();
  ASSERT_TRUE(recuse(*reg_, numbers[1], step("亲属"), "经办乙"));
  Decision theirs = decision();
  theirs.by = "经办乙";
  const auto refused = decide(*reg_, numbers[0], theirs);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message,
              AllOf(HasSubstr("已回避"), testing::Not(HasSubstr("待处理"))));
  for (const std::string& number : numbers) EXPECT_FALSE(standing(number).outcome) << number;
  const std::string alone = file();
  ASSERT_TRUE(recuse(*reg_, alone, step("亲属"), "经办乙"));
  OfficeStep joining = step();
  joining.by = "经办乙";
  for (const auto& [joiner, leader] :
       {std::pair(alone, numbers[0]), std::pair(numbers[0], alone), std::pair(file(), alone)}) {
    const auto made = join(*reg_, joiner, leader, joining);
    ASSERT_FALSE(made);
    EXPECT_THAT(made.error().message, HasSubstr("已回避"));
  }
  EXPECT_TRUE(decide(*reg_, numbers[0], decision()));
}

TEST_F(GroupingTest, WhoJoinsAndWhoDecidesAtOnceLeaveNobodyBehind) {
  const auto other_process = [&] { return Register::open(reg_.folder() / "data").value(); };
  Register second = other_process();
  for (int round = 0; round < 10; ++round) {
    const std::string leader = file(Signature::Anonymous);
    const std::string joiner = file(Signature::Anonymous);
    std::thread joining([&] { static_cast<void>(join(second, joiner, leader, step())); });
    static_cast<void>(decide(*reg_, leader, decision()));
    joining.join();
    const bool left_behind = standing(joiner).leader == leader && !standing(joiner).outcome &&
                             standing(leader).outcome.has_value();
    EXPECT_FALSE(left_behind);
  }
}

TEST_F(GroupingTest, WhoJoinEachOtherAtOnceMakeNoCircle) {
  Register second = Register::open(reg_.folder() / "data").value();
  for (int round = 0; round < 10; ++round) {
    const std::string one = file();
    const std::string other = file();
    std::thread joining([&] { static_cast<void>(join(second, one, other, step())); });
    static_cast<void>(join(*reg_, other, one, step()));
    joining.join();
    EXPECT_TRUE(standing(one).leader.empty() || standing(other).leader.empty());
  }
}

TEST_F(GroupingTest, FiftyAreAnsweredAtOnceEachToItsOwnCode) {
  const OfficeKey office = OfficeKey::random();
  ASSERT_TRUE((*reg_).add_office_key(office.public_key(), instant(kWhileOpen)));
  KeyRing keys;
  keys.add(office);
  Objection objection;
  objection.notice = sample_notice().id;
  objection.grounds = Grounds::Facts;
  objection.statement = "公示材料所列数据与实际不符。";
  std::vector<Receipt> receipts;
  for (int i = 0; i < 51; ++i) {
    const auto filed = file_objection(*reg_, sample_notice(), FormId::random(), objection,
                                      {.received_at = instant(kWhileOpen)});
    receipts.push_back(std::get<Receipt>(filed));
  }
  for (std::size_t i = 1; i < receipts.size(); ++i) {
    ASSERT_TRUE(join(*reg_, receipts[i].number, receipts[0].number, step(), keys));
  }
  EXPECT_EQ(decide(*reg_, receipts[0].number, decision()).error().kind, ErrorKind::Invalid)
      << "without the key";
  ASSERT_TRUE(decide(*reg_, receipts[0].number, decision(), keys));
  ASSERT_TRUE(reply(*reg_, receipts[0].number, answer(), keys));
  for (const Receipt& receipt : receipts) {
    const auto code = ReceiptCode::parse(receipt.code).value();
    const auto status = look_up_status(*reg_, receipt.number, code);
    ASSERT_TRUE(status && *status) << receipt.number;
    EXPECT_EQ((*status)->steps.back().text, answer().text);
    EXPECT_EQ((*status)->outcome(), Outcome::Upheld);
    const std::string told = to_json(**status);
    EXPECT_THAT(told, testing::Not(HasSubstr(step().text))) << "the reason is the office's";
    if (receipt.number != receipts[0].number) {
      EXPECT_THAT(told, testing::Not(HasSubstr(receipts[0].number))) << "so is whose it joined";
    }
  }
}

TEST_F(GroupingTest, SuggestsWhatIsUndecidedAboutTheSameCandidate) {
  const std::string first = file();
  const std::string second = file();
  file(Signature::Named, "reception");
  ASSERT_TRUE(decide(*reg_, file(), decision()));
  EXPECT_THAT(likely_duplicates(*reg_, open_case(*reg_, first).value()).value(),
              ElementsAre(second));
  for (std::size_t i = 0; i < kSuggestionsMax + 5; ++i) file();
  EXPECT_THAT(likely_duplicates(*reg_, open_case(*reg_, second).value()).value(),
              SizeIs(kSuggestionsMax));
  EXPECT_THAT(likely_duplicates(*reg_, open_case(*reg_, file()).value()).value(),
              SizeIs(kSuggestionsMax));
}

}  // namespace
}  // namespace gongshi
