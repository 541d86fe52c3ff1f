// Through Register::visit_histories, which it is made for.
#include "intake/register/history_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "intake/register/register.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

using testing::ElementsAre;

ObjectionEvent event(EventKind kind) {
  return {.kind = kind,
          .at = sample_instant(),
          .actor = "张三",
          .outcome = std::nullopt,
          .text = "写给经办人看的话"};
}

class HistoryReaderTest : public testing::Test {
 protected:
  struct Seen {
    RegisteredObjection row;
    std::vector<ObjectionEvent> history;
  };
  std::vector<Seen> visit(const std::optional<NoticeId>& notice = {}) {
    std::vector<Seen> seen;
    EXPECT_TRUE(reg_.visit_histories(
        notice, [&](const RegisteredObjection& row, std::span<const ObjectionEvent> history) {
          seen.push_back({row, {history.begin(), history.end()}});
        }));
    return seen;
  }

  SampleFolder folder_;
  Register reg_ = sample_register(folder_ / "data");
};

TEST_F(HistoryReaderTest, TellsWhatCountsOfEveryObjectionInTheOrderOfFiling) {
  NewObjection letter = sample_objection("b");
  letter.notice = NoticeId::parse("another-notice").value();
  letter.candidate = CandidateId::parse("yangquan").value();
  letter.medium = Medium::Letter;
  letter.named = true;
  const std::vector<NewObjection> offered = {sample_objection("a"), letter, sample_objection("c")};
  const auto rows = reg_.append_all(offered).value();
  ObjectionEvent asked = event(EventKind::Asked);
  asked.due = parse_date("2017-06-30").value();
  ObjectionEvent refused = event(EventKind::Decided);
  refused.outcome = Outcome::NotAccepted;
  refused.refusal = RefusalReason::NoClue;
  ObjectionEvent disposed = event(EventKind::Disposed);
  disposed.measure = Measure::Corrected;
  ObjectionEvent opened = event(EventKind::InvestigationOpened);
  opened.second_actor = "李四";
  ASSERT_TRUE(reg_.append_event(rows[0].number, 0, asked));
  ASSERT_TRUE(reg_.append_event(rows[0].number, 1, refused));
  ASSERT_TRUE(reg_.append_event(rows[2].number, 0, opened));
  disposed.leader = rows[0].number;
  ASSERT_TRUE(reg_.append_event(rows[2].number, 1, disposed));

  const std::vector<Seen> seen = visit();
  ASSERT_EQ(seen.size(), 3U);
  for (std::size_t i = 0; i < seen.size(); ++i) {
    EXPECT_EQ(seen[i].row.number, rows[i].number);
    EXPECT_EQ(seen[i].row.leaf_index, rows[i].leaf_index);
    EXPECT_EQ(seen[i].row.filed.notice, offered[i].notice);
    EXPECT_EQ(seen[i].row.filed.candidate, offered[i].candidate);
    EXPECT_EQ(seen[i].row.filed.medium, offered[i].medium);
    EXPECT_EQ(seen[i].row.filed.named, offered[i].named);
    EXPECT_EQ(seen[i].row.filed.received_at, offered[i].received_at);
    EXPECT_EQ(seen[i].row.filed.record, "") << "what was written stays where it is";
  }
  ASSERT_EQ(seen[0].history.size(), 2U);
  EXPECT_EQ(seen[0].history[0].kind, EventKind::Asked);
  EXPECT_EQ(seen[0].history[0].due, asked.due);
  EXPECT_EQ(seen[0].history[0].actor, "张三");
  EXPECT_EQ(seen[0].history[0].at, sample_instant());
  EXPECT_EQ(seen[0].history[0].text, "");
  EXPECT_EQ(seen[0].history[1].outcome, Outcome::NotAccepted);
  EXPECT_EQ(seen[0].history[1].refusal, RefusalReason::NoClue);
  EXPECT_TRUE(seen[1].history.empty());
  ASSERT_EQ(seen[2].history.size(), 2U);
  EXPECT_EQ(seen[2].history[0].second_actor, "李四");
  EXPECT_EQ(seen[2].history[1].measure, Measure::Corrected);
  EXPECT_EQ(seen[2].history[0].leader, "");
  EXPECT_EQ(seen[2].history[1].leader, rows[0].number);
  EXPECT_EQ(reg_.events(rows[2].number)->at(1).leader, rows[0].number);
  EXPECT_EQ(reg_.events(rows[0].number)->at(0).due, asked.due) << "as events() tells it";
}

TEST_F(HistoryReaderTest, OfOneNoticeWhenGiven) {
  NewObjection other = sample_objection("b");
  other.notice = NoticeId::parse("another-notice").value();
  const auto rows =
      reg_.append_all(std::vector{sample_objection("a"), other, sample_objection("c")}).value();
  ASSERT_TRUE(reg_.append_event(rows[0].number, 0, event(EventKind::Accepted)));
  ASSERT_TRUE(reg_.append_event(rows[1].number, 0, event(EventKind::Noted)));
  const std::vector<Seen> seen = visit(other.notice);
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_EQ(seen[0].row.number, rows[1].number);
  ASSERT_EQ(seen[0].history.size(), 1U);
  EXPECT_EQ(seen[0].history[0].kind, EventKind::Noted);
  EXPECT_TRUE(visit(NoticeId::parse("nobody-objected").value()).empty());
}

TEST_F(HistoryReaderTest, NeedsNoKeyAndKnowsWhatWasErased) {
  ASSERT_TRUE(reg_.add_office_key(OfficeKey::random().public_key(), sample_instant()));
  const auto row = reg_.append(sample_objection("sealed")).value();
  const Erasure erasure{.at = sample_instant(), .basis = "on-request", .actor = "张三"};
  ASSERT_TRUE(reg_.erase(row.number, erasure));
  const auto kept = reg_.append(sample_objection("kept")).value();
  const std::vector<Seen> seen = visit();
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_EQ(seen[0].row.erased, erasure);
  EXPECT_FALSE(seen[1].row.erased);
  EXPECT_EQ(seen[1].row.number, kept.number);
}

}  // namespace
}  // namespace gongshi
