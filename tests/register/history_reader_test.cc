// Through Register::visit_histories, which it is made for.
#include "intake/register/history_reader.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <span>
#include <string>
#include <thread>
#include <utility>
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

TEST_F(HistoryReaderTest, OfThoseAloneThatEverJoined) {
  const auto rows = reg_.append_all(std::vector{sample_objection("a"), sample_objection("b"),
                                                sample_objection("c"), sample_objection("d")})
                        .value();
  ObjectionEvent joined = event(EventKind::Joined);
  joined.leader = rows[2].number;
  ObjectionEvent shared = event(EventKind::Accepted);
  shared.leader = rows[2].number;
  ASSERT_TRUE(reg_.append_event(rows[3].number, 0, joined));
  ASSERT_TRUE(reg_.append_event(rows[3].number, 1, shared));
  ASSERT_TRUE(reg_.append_event(rows[0].number, 0, event(EventKind::Noted)));
  ASSERT_TRUE(reg_.append_event(rows[0].number, 1, joined));
  ASSERT_TRUE(reg_.append_event(rows[0].number, 2, event(EventKind::Separated)));
  ASSERT_TRUE(reg_.append_event(rows[2].number, 0, event(EventKind::Accepted)));
  std::vector<std::pair<std::string, std::size_t>> seen;
  ASSERT_TRUE(reg_.visit_joined_histories(
      [&](const RegisteredObjection& row, std::span<const ObjectionEvent> history) {
        seen.emplace_back(row.number, history.size());
      }));
  EXPECT_THAT(seen, ElementsAre(std::pair(rows[0].number, 3U), std::pair(rows[3].number, 2U)));
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

TEST_F(HistoryReaderTest, ReadsWhatCameSinceTheLastLook) {
  const auto first = reg_.append(sample_objection("a")).value();
  EXPECT_EQ(visit().size(), 1U);
  Register other = Register::open(folder_ / "data").value();
  ASSERT_TRUE(other.append_event(first.number, 0, event(EventKind::Accepted)));
  NewObjection later = sample_objection("b");
  later.notice = NoticeId::parse("another-notice").value();
  later.candidate = CandidateId();
  const auto second = other.append(later).value();
  ASSERT_TRUE(other.append_event(second.number, 0, event(EventKind::Noted)));
  ASSERT_TRUE(other.append_event(first.number, 1, event(EventKind::Noted)));
  const Erasure erasure{.at = sample_instant(), .basis = "on-request", .actor = "张三"};
  ASSERT_TRUE(other.erase(first.number, erasure));

  const std::vector<Seen> seen = visit();
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_EQ(seen[0].row.erased, erasure);
  ASSERT_EQ(seen[0].history.size(), 2U);
  EXPECT_EQ(seen[0].history[0].kind, EventKind::Accepted);
  EXPECT_EQ(seen[0].history[1].kind, EventKind::Noted);
  EXPECT_EQ(seen[1].row.filed.notice, later.notice);
  EXPECT_TRUE(seen[1].row.filed.candidate.empty());
  EXPECT_FALSE(seen[1].row.erased);
  EXPECT_EQ(seen[1].history.size(), 1U);
  EXPECT_EQ(visit(later.notice).size(), 1U);
}

// All that a look tells.
std::string as_text(const RegisteredObjection& row, std::span<const ObjectionEvent> history) {
  std::string text = fmt::format("{} {} {} {} {} {} {} {}\n", row.number, row.filed.notice.text(),
                                 row.filed.candidate.text(), to_text(row.filed.medium),
                                 row.filed.named, to_text(row.filed.received_at), row.leaf_index,
                                 row.erased ? row.erased->basis : "");
  for (const ObjectionEvent& one : history) {
    text +=
        fmt::format("  {} {} {} {} {} {} {} {} {}\n", to_text(one.kind), to_text(one.at), one.actor,
                    one.second_actor, one.leader, one.outcome ? to_text(*one.outcome) : "",
                    one.refusal ? to_text(*one.refusal) : "",
                    one.measure ? to_text(*one.measure) : "", one.due ? to_text(*one.due) : "");
  }
  return text;
}

std::string told_by(const Register& reg) {
  std::string text;
  EXPECT_TRUE(reg.visit_histories(
      std::nullopt, [&](const RegisteredObjection& row, std::span<const ObjectionEvent> history) {
        text += as_text(row, history);
      }));
  return text;
}

// An event of any kind, with what its kind has.
ObjectionEvent random_event(std::mt19937& random, const std::string& leader) {
  ObjectionEvent one = event(static_cast<EventKind>(random() % 17));
  one.at.utc += std::chrono::seconds(random() % 100'000);
  one.actor = random() % 2 == 0 ? "张三" : "李四";
  switch (one.kind) {
    case EventKind::Decided:
      one.outcome = random() % 2 == 0 ? Outcome::Upheld : Outcome::NotAccepted;
      if (one.outcome == Outcome::NotAccepted) one.refusal = RefusalReason::OutOfScope;
      break;
    case EventKind::Asked:
    case EventKind::Paraphrased:
      one.due = parse_date("2017-07-01").value() + std::chrono::days(random() % 9);
      break;
    case EventKind::Disposed:
      one.measure = Measure::Deferred;
      break;
    case EventKind::InvestigationOpened:
    case EventKind::Extended:
    case EventKind::Recused:
    case EventKind::Readmitted:
      one.second_actor = "王五";
      break;
    case EventKind::Joined:
      one.leader = leader;
      break;
    default:
      break;
  }
  return one;
}

// Who has looked all along tells the same as one who reads everything for the first time.
TEST_F(HistoryReaderTest, WhatStaysInMemoryIsWhatStandsInTheRegister) {
  std::mt19937 random(20170622);
  Register other = Register::open(folder_ / "data").value();
  std::vector<std::string> numbers;
  std::vector<std::size_t> events;
  for (int step = 0; step < 120; ++step) {
    Register& writer = random() % 2 == 0 ? reg_ : other;
    if (numbers.empty() || random() % 4 == 0) {
      NewObjection objection = sample_objection(std::to_string(step));
      objection.named = random() % 2 == 0;
      if (random() % 2 == 0) objection.notice = NoticeId::parse("another-notice").value();
      numbers.push_back(writer.append(objection).value().number);
      events.push_back(0);
    } else {
      const std::size_t of = random() % numbers.size();
      const ObjectionEvent one = random_event(random, numbers.front());
      const auto appended = writer.append_event(numbers[of], events[of], one);
      ASSERT_TRUE(appended) << appended.error().message;
      ++events[of];
    }
    if (step % 3 == 0) {
      EXPECT_EQ(told_by(reg_), told_by(other));
    }
  }
  EXPECT_EQ(told_by(reg_), told_by(*Register::open(folder_ / "data")));
}

TEST_F(HistoryReaderTest, SeveralMayLookWhileOthersWrite) {
  const std::string number = reg_.append(sample_objection("a"))->number;
  constexpr std::size_t kEvents = 40;
  const auto look = [&] {
    for (std::size_t seen = 0; seen < kEvents;) {
      const Result<void> visited = reg_.visit_histories(
          std::nullopt, [&](const RegisteredObjection&, std::span<const ObjectionEvent> history) {
            EXPECT_GE(history.size(), seen);
            seen = history.size();
          });
      ASSERT_TRUE(visited) << visited.error().message;
    }
  };
  std::thread one(look);
  std::thread another(look);
  for (std::size_t i = 0; i < kEvents; ++i) {
    EXPECT_TRUE(reg_.append_event(number, i, event(EventKind::Noted)));
  }
  one.join();
  another.join();
}

TEST_F(HistoryReaderTest, AnEventOutOfItsPlaceIsCorrupt) {
  const std::string number = reg_.append(sample_objection("a"))->number;
  ASSERT_TRUE(reg_.append_event(number, 0, event(EventKind::Accepted)));
  SQLite::Database database((folder_ / "data/register.db").string(), SQLite::OPEN_READWRITE);
  database.exec(
      "INSERT INTO event (objection, ordinal, kind, at, actor, row_digest) "
      "VALUES (1, 2, 'noted', 0, 'a', zeroblob(32))");
  for (int look = 0; look < 2; ++look) {
    const Result<void> visited = reg_.visit_histories(std::nullopt, [](const auto&, auto) {});
    ASSERT_FALSE(visited);
    EXPECT_EQ(visited.error().kind, ErrorKind::Corrupt);
    EXPECT_THAT(visited.error().message, testing::HasSubstr(number));
  }
}

}  // namespace
}  // namespace gongshi
