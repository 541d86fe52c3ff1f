#include "intake/desk/closing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/desk/sample_desk.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

CandidateId id(std::string_view text) { return CandidateId::parse(text).value(); }

ClosingProposal proposal(std::string_view at = kAtClosing) {
  return {.dispositions = {}, .handler = "经办甲", .approver = "审批乙", .at = instant(at)};
}

CaseFile concluded(Outcome outcome, std::string candidate = "") {
  return sample_case({.candidate = std::move(candidate),
                      .signature = Signature::Named,
                      .outcome = outcome,
                      .replied = true});
}

TEST(ClosingTest, NothingBlocksAQuietNoticeFromItsClosingInstantOn) {
  EXPECT_THAT(what_blocks_closing(sample_notice(), {}, proposal(kAtClosing)), IsEmpty());
  EXPECT_THAT(what_blocks_closing(sample_notice(), {}, proposal("2026-01-01T00:00:00+08:00")),
              IsEmpty());
}

TEST(ClosingTest, TheWindowBlocksToItsLastSecondAndSaysWhenItEnds) {
  for (const auto at : {kWhileOpen, kLastSecond}) {
    EXPECT_THAT(what_blocks_closing(sample_notice(), {}, proposal(at)),
                ElementsAre("公示期尚未届满：到2017年6月27日24时（含当日）截止"));
  }
}

TEST(ClosingTest, EveryObjectionThatIsNotConcludedIsNamed) {
  const std::vector<CaseFile> cases = {
      sample_case({.number = "2017-000001-7"}),
      sample_case({.number = "2017-000002-5", .signature = Signature::Named}),
      sample_case({.number = "2017-000003-3",
                   .signature = Signature::Named,
                   .outcome = Outcome::Unfounded}),
      sample_case({.number = "2017-000004-1", .outcome = Outcome::Unfounded}),
  };
  EXPECT_THAT(what_blocks_closing(sample_notice(), cases, proposal()),
              ElementsAre(AllOf(HasSubstr("2017-000001-7"), HasSubstr("没有结论")),
                          AllOf(HasSubstr("2017-000002-5"), HasSubstr("没有结论")),
                          AllOf(HasSubstr("2017-000003-3"), HasSubstr("没有答复"))));
}

// R22: nothing closes while one is in anybody's hands, whatever was decided about it before.
TEST(ClosingTest, EveryStateButConcludedBlocksAndSaysWhatIsMissing) {
  struct Row {
    ObjectionState state;
    const char* missing;
  };
  constexpr Row kRows[] = {
      {ObjectionState::Open, "还没有结论"},
      {ObjectionState::AwaitingSupplement, "在等异议人补正"},
      {ObjectionState::Accepted, "已受理"},
      {ObjectionState::Transferred, "已转办"},
      {ObjectionState::Investigating, "正在核查"},
      {ObjectionState::AwaitingReply, "还没有答复"},
      {ObjectionState::Reviewing, "正在复核"},
  };
  for (const Row& row : kRows) {
    CaseFile file = sample_case({.outcome = Outcome::Unfounded});
    file.standing.state = row.state;
    EXPECT_THAT(what_blocks_closing(sample_notice(), {file}, proposal()),
                ElementsAre(HasSubstr(row.missing)))
        << to_text(row.state);
  }
  EXPECT_THAT(what_blocks_closing(sample_notice(), {sample_case({.outcome = Outcome::Unfounded})},
                                  proposal()),
              IsEmpty());
}

CaseFile disposed(Measure measure, std::string candidate) {
  CaseFile file = concluded(Outcome::Upheld, std::move(candidate));
  file.standing.measure = measure;
  return file;
}

Disposition disposition_of_person(const std::vector<CaseFile>& cases, const ClosingProposal& said) {
  EXPECT_THAT(what_blocks_closing(sample_notice(), cases, said), IsEmpty());
  return make_closing_record(sample_notice(), cases, said, "head").results.at(1).disposition;
}

TEST(ClosingTest, AMeasureSaysWhatBecomesOfItsCandidate) {
  struct Row {
    Measure measure;
    Disposition disposition;
  };
  constexpr Row kRows[] = {
      {Measure::Maintained, Disposition::Confirmed},   {Measure::Corrected, Disposition::Corrected},
      {Measure::Disqualified, Disposition::Cancelled}, {Measure::Deferred, Disposition::Deferred},
      {Measure::Republished, Disposition::Deferred},
  };
  for (const auto& [measure, disposition] : kRows) {
    EXPECT_EQ(disposition_of_person({disposed(measure, "person")}, proposal()), disposition);
  }
  const std::vector<CaseFile> two = {disposed(Measure::Disqualified, "person"),
                                     disposed(Measure::Corrected, "person")};
  EXPECT_EQ(disposition_of_person(two, proposal()), Disposition::Cancelled)
      << "the heaviest counts";
}

TEST(ClosingTest, ClosingIsNotMilderThanWhatWasSaidToTheObjector) {
  const std::vector<CaseFile> cases = {disposed(Measure::Deferred, "person")};
  for (const auto said : {Disposition::Confirmed, Disposition::Corrected}) {
    ClosingProposal milder = proposal();
    milder.dispositions = {{id("person"), said}};
    EXPECT_THAT(
        what_blocks_closing(sample_notice(), cases, milder),
        ElementsAre(AllOf(HasSubstr("2017-000001-7"), HasSubstr("“暂缓”"), HasSubstr("𬱖某"))));
  }
  ClosingProposal heavier = proposal();
  heavier.dispositions = {{id("person"), Disposition::Cancelled}};
  EXPECT_EQ(disposition_of_person(cases, heavier), Disposition::Cancelled);
}

TEST(ClosingTest, AMeasureAboutTheWholeNoticeSettlesNobodyUnlessItMaintains) {
  EXPECT_EQ(
      what_blocks_closing(sample_notice(), {disposed(Measure::Corrected, "")}, proposal()).size(),
      2U);
  EXPECT_EQ(disposition_of_person({disposed(Measure::Maintained, "")}, proposal()),
            Disposition::Confirmed);
}

TEST(ClosingTest, WhatTheOfficeDecidedAboutTheNoticeBlocks) {
  for (const auto state : {NoticeState::Suspended, NoticeState::Withdrawn, NoticeState::Closed}) {
    ManifestNotice notice = sample_notice();
    notice.state = state;
    EXPECT_EQ(what_blocks_closing(notice, {}, proposal()).size(), 1U) << to_text(state);
  }
}

TEST(ClosingTest, TwoPeopleSign) {
  struct Signers {
    const char* handler;
    const char* approver;
    std::size_t blockers;
  };
  constexpr Signers kSigners[] = {
      {"经办甲", "审批乙", 0}, {"经办甲", "经办甲", 1},   {"经办甲", " 经办甲\u3000", 1},
      {"经办甲", "", 1},       {"", "审批乙", 1},         {"", "", 2},
      {"经办甲", "\u3000", 1}, {"𬱖某", "𬱖某", 1}, {"经办甲", "\xFF", 1},
      {"甲\x1B", "乙", 1},     {"甲\n丙", "乙", 1},
  };
  for (const Signers& signers : kSigners) {
    ClosingProposal signed_so = proposal();
    signed_so.handler = signers.handler;
    signed_so.approver = signers.approver;
    EXPECT_EQ(what_blocks_closing(sample_notice(), {}, signed_so).size(), signers.blockers)
        << signers.handler << " / " << signers.approver;
  }
}

// An outcome that leaves the candidate in doubt asks for a word about the candidate.
TEST(ClosingTest, AnUpheldObjectionAsksWhatBecomesOfItsCandidate) {
  struct Row {
    Outcome outcome;
    bool asks;
  };
  constexpr Row kRows[] = {
      {Outcome::Upheld, true},        {Outcome::PartlyUpheld, true}, {Outcome::Transferred, true},
      {Outcome::Unfounded, false},    {Outcome::NotAccepted, false}, {Outcome::Withdrawn, false},
      {Outcome::Unverifiable, false},
  };
  for (const auto& [outcome, asks] : kRows) {
    const std::vector<CaseFile> cases = {concluded(outcome, "person")};
    EXPECT_EQ(what_blocks_closing(sample_notice(), cases, proposal()).size(), asks ? 1U : 0U)
        << to_text(outcome);
    for (const auto said : {Disposition::Confirmed, Disposition::Corrected, Disposition::Cancelled,
                            Disposition::Deferred}) {
      ClosingProposal spoken = proposal();
      spoken.dispositions = {{id("person"), said}};
      EXPECT_THAT(what_blocks_closing(sample_notice(), cases, spoken), IsEmpty());
    }
    ClosingProposal beside_the_point = proposal();
    beside_the_point.dispositions = {{id("reception"), Disposition::Cancelled}};
    EXPECT_EQ(what_blocks_closing(sample_notice(), cases, beside_the_point).size(), asks ? 1U : 0U);
  }
  EXPECT_THAT(
      what_blocks_closing(sample_notice(), {concluded(Outcome::Upheld, "person")}, proposal()),
      ElementsAre(AllOf(HasSubstr("2017-000001-7"), HasSubstr("“属实”"), HasSubstr("𬱖某"),
                        HasSubstr("请写明𬱖某（person）怎样处理"))));
}

TEST(ClosingTest, AnUpheldObjectionToTheWholeNoticeAsksAboutEveryCandidate) {
  const std::vector<CaseFile> cases = {concluded(Outcome::Upheld)};
  EXPECT_THAT(what_blocks_closing(sample_notice(), cases, proposal()),
              ElementsAre(HasSubstr("示例接待科"), HasSubstr("𬱖某")));
  ClosingProposal spoken = proposal();
  spoken.dispositions = {{id("reception"), Disposition::Confirmed},
                         {id("person"), Disposition::Deferred}};
  EXPECT_THAT(what_blocks_closing(sample_notice(), cases, spoken), IsEmpty());
}

TEST(ClosingTest, NobodyOffTheListIsDisposedOf) {
  ClosingProposal strange = proposal();
  strange.dispositions = {{id("stranger"), Disposition::Cancelled}};
  EXPECT_THAT(what_blocks_closing(sample_notice(), {}, strange),
              ElementsAre(HasSubstr("stranger")));
}

TEST(ClosingTest, EveryBlockerIsSaidAtOnce) {
  ClosingProposal wrong = proposal(kWhileOpen);
  wrong.approver = wrong.handler;
  EXPECT_EQ(what_blocks_closing(sample_notice(), {sample_case({})}, wrong).size(), 3U);
}

TEST(ClosingTest, TheRecordCountsEveryObjectionOnceInEachGroup) {
  const std::vector<CaseFile> cases = {
      sample_case({.medium = Medium::Letter, .outcome = Outcome::NotAccepted, .leaf_index = 9}),
      sample_case({.candidate = "person",
                   .medium = Medium::Online,
                   .signature = Signature::Named,
                   .outcome = Outcome::PartlyUpheld,
                   .replied = true,
                   .leaf_index = 2}),
      sample_case({.medium = Medium::Letter, .outcome = Outcome::Unfounded, .leaf_index = 4}),
  };
  ClosingProposal spoken = proposal("2017-06-29T10:00:00+08:00");
  spoken.dispositions = {{id("person"), Disposition::Corrected}};
  spoken.handler = " 经办甲 ";
  const ClosingRecord record = make_closing_record(sample_notice(), cases, spoken, "checkpoint\n");
  EXPECT_EQ(record.notice.text(), "sample-notice");
  EXPECT_EQ(to_text(record.opens), "2017-06-21");
  EXPECT_EQ(to_text(record.closes), "2017-06-27");
  EXPECT_EQ(record.working_days, 5);
  EXPECT_EQ(record.calendar.text(), "cn");
  EXPECT_EQ(record.objections, 3);
  EXPECT_EQ(record.named, 1);
  EXPECT_EQ(record.anonymous, 2);
  ASSERT_EQ(record.by_medium.size(), 2U);
  EXPECT_EQ(record.by_medium[0].key, Medium::Letter);
  EXPECT_EQ(record.by_medium[0].number, 2);
  EXPECT_EQ(record.by_medium[1].key, Medium::Online);
  EXPECT_EQ(record.by_medium[1].number, 1);
  ASSERT_EQ(record.by_outcome.size(), 3U);
  EXPECT_EQ(record.by_outcome[0].key, Outcome::Unfounded);
  EXPECT_EQ(record.by_outcome[1].key, Outcome::PartlyUpheld);
  EXPECT_EQ(record.by_outcome[2].key, Outcome::NotAccepted);
  ASSERT_EQ(record.results.size(), 2U);
  EXPECT_EQ(record.results[0].candidate, id("reception"));
  EXPECT_EQ(record.results[0].disposition, Disposition::Confirmed);
  EXPECT_EQ(record.results[1].candidate, id("person"));
  EXPECT_EQ(record.results[1].disposition, Disposition::Corrected);
  EXPECT_THAT(record.leaf_indices, ElementsAre(2, 4, 9));
  EXPECT_EQ(record.page_sha256, std::string(64, 'a'));
  EXPECT_EQ(record.checkpoint, "checkpoint\n");
  EXPECT_EQ(record.handler, "经办甲");
  EXPECT_EQ(record.approver, "审批乙");
  EXPECT_EQ(to_text(record.closed_at), "2017-06-29T10:00:00+08:00");
}

TEST(ClosingTest, AQuietNoticeHasNoCountsAndConfirmsEverybody) {
  const ClosingRecord record = make_closing_record(sample_notice(), {}, proposal(), "c\n");
  EXPECT_EQ(record.objections, 0);
  EXPECT_THAT(record.by_medium, IsEmpty());
  EXPECT_THAT(record.by_outcome, IsEmpty());
  EXPECT_THAT(record.leaf_indices, IsEmpty());
  EXPECT_EQ(standard_sentence(record), "公示期间未收到异议，公示无异议。");
}

TEST(ClosingTest, TwoPeopleCloseHoweverTheirNamesAreTyped) {
  for (const char* name : {"经办甲", " 经办甲 ", "经 办甲", "经办甲\u3000"}) {
    ClosingProposal by_one = proposal();
    by_one.approver = name;
    EXPECT_THAT(what_blocks_closing(sample_notice(), {}, by_one),
                ElementsAre(HasSubstr("须由另一人审批")))
        << name;
  }
}

// DOMAIN R21: a closing is a step of every objection in it, decided or not.
TEST(ClosingTest, WhoIsRecusedFromAnObjectionDoesNotCloseItsNotice) {
  CaseFile decided = concluded(Outcome::Unfounded);
  CaseFile other = concluded(Outcome::Unfounded);
  other.objection.number = "2017-000002-5";
  const std::vector<CaseFile> before = {decided, other};
  EXPECT_THAT(what_blocks_closing(sample_notice(), before, proposal()), IsEmpty());
  decided.standing.recused = {"经办甲"};
  EXPECT_THAT(
      what_blocks_closing(sample_notice(), {decided, other}, proposal()),
      ElementsAre(AllOf(HasSubstr("经办人经办甲已回避异议 2017-000001-7，"), HasSubstr("请换人"))));
  decided.standing.recused = {"审批 乙"};
  other.standing.recused = {"审批乙\u3000", "经办丁"};
  EXPECT_THAT(what_blocks_closing(sample_notice(), {decided, other}, proposal()),
              ElementsAre(HasSubstr("审批人审批乙已回避异议 2017-000001-7、2017-000002-5，")));
}

}  // namespace
}  // namespace gongshi
