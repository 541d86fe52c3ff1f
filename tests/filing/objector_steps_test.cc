#include "intake/filing/objector_steps.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "intake/filing/evidence_upload.h"
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

  std::optional<StepRefusal> add(std::string note) {
    return add({.form = FormId::random(), .note = std::move(note)});
  }
  std::optional<StepRefusal> add(const Supplement& supplement) {
    return add_supplement(reg_, status(), supplement, kLater).value();
  }
  EvidenceFile store(std::string_view bytes) {
    EvidenceUpload upload(reg_.evidence(), "照片.txt");
    upload.add(bytes);
    return upload.finish().stored.value();
  }
  std::optional<StepRefusal> ask_again(std::string reason) {
    return ask_review(reg_, status(), std::move(reason), kLater).value();
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

TEST_F(ObjectorStepsTest, FilesAreAddedBesideThoseThatWereFiled) {
  const EvidenceFile first = store("first");
  const EvidenceFile second = store("second");
  EXPECT_FALSE(add({.form = FormId::random(), .note = "见附件", .evidence = {first, second}}));
  const EvidenceFile third = store("third");
  EXPECT_FALSE(add({.form = FormId::random(), .note = "", .evidence = {third}}));
  reg_ = Register::open(folder_ / "data").value();
  const Status after = status();
  ASSERT_EQ(after.steps.size(), 2U);
  EXPECT_EQ(after.steps[0].evidence, (std::vector{first, second}));
  EXPECT_EQ(after.steps[1].text, "");
  EXPECT_TRUE(after.evidence.empty());
  EXPECT_TRUE(after.record.evidence.empty()) << "what was filed stays as it was filed";
  EXPECT_EQ(after.files(), (std::vector{first, second, third}));
  ASSERT_TRUE(reg_.sweep_evidence(std::chrono::system_clock::now() + 2 * kUnfiledEvidenceAgeMax));
  EXPECT_EQ(reg_.evidence().read(third)->read().value(), "third");
  EXPECT_NE(to_json(after).find(R"("evidence":[{"name":"照片.txt","type":"txt")"),
            std::string::npos);
}

TEST_F(ObjectorStepsTest, TheSameFormSentTwiceIsOneSupplement) {
  const Supplement first{.form = FormId::random(), .note = "一", .evidence = {store("file")}};
  EXPECT_FALSE(add(first));
  EXPECT_EQ(reg_.evidence().unfiled_bytes(), 0U);
  office_decides(Outcome::Unfounded);
  reg_ = Register::open(folder_ / "data").value();
  EXPECT_FALSE(add({.form = first.form, .note = "一", .evidence = {store("file")}}));
  // The form had the file already when it was sent; a second sending need not bring it again.
  EXPECT_FALSE(add({.form = first.form, .note = "一"}));
  EXPECT_FALSE(add("一"));  // the same words in another form are said again
  EXPECT_EQ(status().steps.size(), 3U);
  EXPECT_EQ(status().files().size(), 1U);
}

TEST_F(ObjectorStepsTest, AnotherSupplementOnAUsedFormIsNotTakenForTheFirst) {
  const Supplement first{.form = FormId::random(), .note = "一", .evidence = {store("file")}};
  EXPECT_FALSE(add(first));
  EXPECT_EQ(add({.form = first.form, .note = "二"}), StepRefusal::FormUsed);
  EXPECT_EQ(add({.form = first.form, .note = "一", .evidence = {store("another")}}),
            StepRefusal::FormUsed);
  EXPECT_EQ(status().steps.size(), 1U);
  // Who knows somebody else's form cannot use it up.
  const FilingOutcome other = file_objection(reg_, sample_notice(), FormId::random(),
                                             sample_parsed().objection, {kWhileOpen});
  const Receipt& receipt = std::get<Receipt>(other);
  const auto found =
      look_up_status(reg_, receipt.number, ReceiptCode::parse(receipt.code).value()).value();
  EXPECT_FALSE(add_supplement(reg_, *found, {.form = first.form, .note = "三"}, kLater).value());
}

TEST_F(ObjectorStepsTest, TheSameFormInParallelIsOneSupplement) {
  constexpr int kThreads = 8;
  const Supplement supplement{.form = FormId::random(), .note = "一"};
  const Status seen = status();
  std::vector<std::optional<StepRefusal>> answers(kThreads, StepRefusal::Changed);
  {
    std::vector<std::jthread> threads;
    for (auto& answer : answers) {
      threads.emplace_back(
          [&] { answer = add_supplement(reg_, seen, supplement, kLater).value(); });
    }
  }
  for (const auto& answer : answers) EXPECT_EQ(answer, std::nullopt);
  EXPECT_EQ(status().steps.size(), 1U);
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

TEST_F(ObjectorStepsTest, WhatIsConcludedIsReviewedOnceWhenItsObjectorAsks) {
  EXPECT_EQ(ask_again("太早"), StepRefusal::Reviewed);
  office_decides(Outcome::Unfounded);
  EXPECT_FALSE(may_ask_review(status())) << "a reply is owed first";
  office_replies();
  EXPECT_TRUE(may_ask_review(status()));
  EXPECT_FALSE(ask_again("第二行的年份没有核对"));
  EXPECT_EQ(status().standing.state, ObjectionState::Reviewing);
  EXPECT_EQ(status().steps.back().kind, EventKind::ReviewOpened);
  EXPECT_EQ(status().steps.back().text, "第二行的年份没有核对");
  EXPECT_EQ(reg_.events(number_)->back().actor, kObjectorActor);
  EXPECT_FALSE(ask_again("第二行的年份没有核对")) << "sent again";
  EXPECT_EQ(ask_again("还有别的"), StepRefusal::Reviewed);
  EXPECT_EQ(status().steps.size(), 3U);
  EXPECT_FALSE(may_withdraw(status())) << "the finding under review stays";
  office_decides(Outcome::Upheld);
  office_replies();
  EXPECT_EQ(ask_again("再一次"), StepRefusal::Reviewed);
}

TEST_F(ObjectorStepsTest, WhatWasWithdrawnIsNotReviewed) {
  EXPECT_FALSE(take_back());
  EXPECT_EQ(ask_again("反悔"), StepRefusal::Reviewed);
}

TEST_F(ObjectorStepsTest, WhoWasOvertakenLooksAgain) {
  const Status seen = status();
  office_decides(Outcome::Upheld);
  EXPECT_EQ(add_supplement(reg_, seen, {.form = FormId::random(), .note = "note"}, kLater).value(),
            StepRefusal::Changed);
  EXPECT_EQ(withdraw(reg_, seen, kLater).value(), StepRefusal::Changed);
  EXPECT_EQ(status().steps.size(), 1U);
}

}  // namespace
}  // namespace gongshi
