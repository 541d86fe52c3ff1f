#include "intake/register/register.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <thread>
#include <vector>

#include "intake/log/checkpoint.h"
#include "intake/log/leaf.h"
#include "intake/log/merkle_tree.h"
#include "intake/log/receipt_proof.h"
#include "intake/log/tile.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

class RegisterTest : public testing::Test {
 protected:
  RegisteredObjection append(std::string_view form) {
    return register_.append(sample_objection(form)).value();
  }
  std::uint64_t log_size() const {
    return open_checkpoint(register_.checkpoint().value(),
                           NoteVerifier::parse(register_.verifier_key()).value())
        ->leaves;
  }
  ObjectionEvent decided(Outcome outcome) const {
    return {.kind = EventKind::Decided,
            .at = sample_instant(),
            .actor = "张三",
            .outcome = outcome,
            .text = "经核查，材料属实。𠮷\n"};
  }
  ObjectionEvent replied() const {
    return {.kind = EventKind::Replied,
            .at = sample_instant(),
            .actor = "张三",
            .outcome = std::nullopt,
            .text = "已答复"};
  }

  SampleFolder folder_;
  Register register_ = sample_register(folder_ / "data");
  const NoticeId notice_ = sample_objection("").notice;
};

void expect_same(const RegisteredObjection& a, const RegisteredObjection& b) {
  EXPECT_EQ(a.number, b.number);
  EXPECT_EQ(a.leaf_index, b.leaf_index);
  EXPECT_EQ(a.tree_size, b.tree_size);
  EXPECT_EQ(a.filed.form_digest, b.filed.form_digest);
  EXPECT_EQ(a.filed.code_digest, b.filed.code_digest);
  EXPECT_EQ(a.filed.notice, b.filed.notice);
  EXPECT_EQ(a.filed.candidate, b.filed.candidate);
  EXPECT_EQ(a.filed.medium, b.filed.medium);
  EXPECT_EQ(a.filed.named, b.filed.named);
  EXPECT_EQ(a.filed.received_at, b.filed.received_at);
  EXPECT_EQ(a.filed.record, b.filed.record);
  EXPECT_EQ(a.filed.opening, b.filed.opening);
}

TEST_F(RegisterTest, KeepsAnObjectionAsItWasFiled) {
  const NewObjection filed = sample_objection("a");
  const RegisteredObjection row = register_.append(filed).value();
  EXPECT_EQ(row.number, "2017-000001-B");
  EXPECT_EQ(row.leaf_index, 0U);
  EXPECT_EQ(row.tree_size, 1U);
  expect_same(row, {"2017-000001-B", filed, 0, 1});
  expect_same(*register_.find_by_form(filed.form_digest).value(), row);
  expect_same(*register_.find_by_number(row.number).value(), row);
  expect_same(register_.list(std::nullopt)->front(), row);
  expect_proven(register_, row);
}

TEST_F(RegisterTest, KeepsEveryByteOfARecord) {
  NewObjection filed = sample_objection("a");
  filed.candidate = CandidateId();
  filed.medium = Medium::Letter;
  filed.named = false;
  filed.record = std::string("NUL \0 CR LF \r\n 𠮷 \xFF ", 22) + std::string(100'000, 'x');
  const RegisteredObjection row = register_.append(filed).value();
  expect_same(*register_.find_by_number(row.number).value(), row);
  EXPECT_EQ(row.filed.record, filed.record);
  EXPECT_TRUE(row.filed.candidate.empty());
  expect_proven(register_, row);
}

TEST_F(RegisterTest, TheSameFormIsTheSameObjection) {
  const RegisteredObjection first = append("a");
  append("b");
  NewObjection again = sample_objection("a");
  again.record = "something else";
  again.received_at = parse_instant("2018-01-01T00:00:00+08:00").value();
  expect_same(register_.append(again).value(), first);
  EXPECT_EQ(register_.list(std::nullopt)->size(), 2U);
  EXPECT_EQ(log_size(), 2U);
}

TEST_F(RegisterTest, ABatchIsOneHeadAndKeepsItsOrder) {
  const RegisteredObjection known = append("known");
  const std::vector<NewObjection> batch = {sample_objection("a"), sample_objection("known"),
                                           sample_objection("b"), sample_objection("a"),
                                           sample_objection("c")};
  const auto rows = register_.append_all(batch).value();
  ASSERT_EQ(rows.size(), batch.size());
  for (std::size_t i = 0; i < batch.size(); ++i) {
    EXPECT_EQ(rows[i].filed.form_digest, batch[i].form_digest);
    expect_proven(register_, rows[i]);
  }
  expect_same(rows[1], known);
  expect_same(rows[3], rows[0]);
  EXPECT_EQ(rows[4].leaf_index, 3U);
  for (const std::size_t fresh : {0U, 2U, 4U}) EXPECT_EQ(rows[fresh].tree_size, 4U);
  EXPECT_TRUE(register_.append_all({})->empty());
  expect_whole(folder_ / "data");
}

TEST_F(RegisterTest, NumbersRunThroughTheYearInChina) {
  const auto number_at = [&](std::string_view form, std::string_view instant) {
    NewObjection objection = sample_objection(form);
    objection.received_at = parse_instant(instant).value();
    return register_.append(objection)->number.substr(0, 12);
  };
  EXPECT_EQ(number_at("a", "2017-12-31T15:59:58Z"), "2017-000001-");
  EXPECT_EQ(number_at("b", "2017-12-31T15:59:59Z"), "2017-000002-");
  EXPECT_EQ(number_at("c", "2017-12-31T16:00:00Z"), "2018-000001-");
  EXPECT_EQ(number_at("d", "2017-12-31T15:59:59Z"), "2017-000003-");  // a letter entered late
}

TEST_F(RegisterTest, FindsNumbersAsPeopleTypeThem) {
  append("a");
  EXPECT_TRUE(*register_.find_by_number(" 2017 000001 b"));
  for (const std::string_view number :
       {"", "2017-000001-C", "2017-000002-C", "2018-000001-7", "' OR 1=1 --", "第一号"}) {
    EXPECT_FALSE(register_.find_by_number(number).value()) << number;
  }
  EXPECT_FALSE(register_.find_by_form(sha256("unknown")).value());
}

TEST_F(RegisterTest, ListsInTheOrderOfFiling) {
  NewObjection elsewhere = sample_objection("b");
  elsewhere.notice = NoticeId::parse("guangxi-2017").value();
  append("c");
  ASSERT_TRUE(register_.append(elsewhere));
  append("a");
  const auto numbers = [&](const std::optional<NoticeId>& notice) {
    std::vector<std::string> all;
    const auto rows = register_.list(notice).value();
    all.reserve(rows.size());
    for (const auto& row : rows) all.push_back(row.number.substr(5, 6));
    return all;
  };
  EXPECT_THAT(numbers(std::nullopt), testing::ElementsAre("000001", "000002", "000003"));
  EXPECT_THAT(numbers(elsewhere.notice), testing::ElementsAre("000002"));
  EXPECT_THAT(numbers(NoticeId::parse("unknown").value()), testing::IsEmpty());
}

TEST_F(RegisterTest, TheProofIsTheSameBytesForEver) {
  const RegisteredObjection row = append("a");
  const std::string proof = register_.proof(row).value();
  for (int i = 0; i < 20; ++i) append(std::to_string(i));
  EXPECT_EQ(register_.proof(row).value(), proof);
  register_ = Register::open(folder_ / "data").value();
  EXPECT_EQ(register_.proof(row).value(), proof);
}

// At a later size the path is another, and the leaf the same: the log still holds it.
TEST_F(RegisterTest, AProofUnderTheNewestHeadHolds) {
  const RegisteredObjection row = append("a");
  for (const char* form : {"b", "c", "d"}) append(form);
  const auto proof = parse_proof(register_.newest_proof(row).value());
  const auto head = verify_receipt(*proof, NoteVerifier::parse(register_.verifier_key()).value(),
                                   row.filed.record, row.filed.opening);
  ASSERT_TRUE(head) << head.error().message;
  EXPECT_EQ(head->leaves, 4U);
  EXPECT_EQ(proof->index, row.leaf_index);
}

// Whoever fetches all tiles has the log, and needs nothing else of us to compute its root.
TEST_F(RegisterTest, TheTilesAreTheLog) {
  std::vector<NewObjection> objections;
  for (int i = 0; i < 600; ++i) objections.push_back(sample_objection(std::to_string(i)));
  ASSERT_TRUE(register_.append_all(objections));
  const auto head = open_checkpoint(register_.checkpoint().value(),
                                    NoteVerifier::parse(register_.verifier_key()).value());
  ASSERT_EQ(head->leaves, 600U);

  TreeEdge edge;
  std::vector<Sha256> row;
  for (const Tile& tile : entry_tiles(600)) {
    const auto leaves = parse_entries(register_.tile(tile_path(tile)).value(), tile.width);
    ASSERT_TRUE(leaves) << leaves.error().message;
    for (const std::string& leaf : *leaves) {
      EXPECT_TRUE(parse_leaf(kSampleOrigin, leaf)) << leaf;
      for (const Sha256& hash : edge.append(leaf_hash(leaf))) row.push_back(hash);
    }
  }
  EXPECT_EQ(edge.root(), head->root);
  for (const Tile& tile : hash_tiles(600)) {
    const auto computed =
        make_hash_tile(tile, [&](std::uint64_t at) -> Result<Sha256> { return row[at]; });
    EXPECT_EQ(register_.tile(tile_path(tile)).value(), computed.value());
  }
}

TEST_F(RegisterTest, ThereIsNoTileOfWhatIsNotThere) {
  append("a");
  EXPECT_TRUE(register_.tile("0/000.p/1"));
  for (const char* path : {"0/000.p/2", "0/000", "1/000.p/1", "entries/000", "0/0", "", "x"}) {
    const auto tile = register_.tile(path);
    ASSERT_FALSE(tile) << path;
    EXPECT_EQ(tile.error().kind, ErrorKind::NotFound) << path;
  }
}

TEST_F(RegisterTest, ThereIsNoProofOfWhatIsNotThere) {
  RegisteredObjection row = append("a");
  row.leaf_index = 1;
  EXPECT_EQ(register_.proof(row).error().kind, ErrorKind::NotFound);
  row.tree_size = 2;
  EXPECT_EQ(register_.proof(row).error().kind, ErrorKind::NotFound);
}

TEST_F(RegisterTest, AnEmptyLogHasASignedHead) {
  EXPECT_EQ(log_size(), 0U);
  EXPECT_THAT(register_.checkpoint().value(), testing::StartsWith("demo.example/objections\n0\n"));
}

TEST_F(RegisterTest, EventsAreKeptInTheirOrder) {
  const std::string number = append("a").number;
  EXPECT_TRUE(register_.events(number)->empty());
  ASSERT_TRUE(register_.append_event(number, 0, replied()));
  ASSERT_TRUE(register_.append_event(number, 1, decided(Outcome::Upheld)));
  const auto events = register_.events(number).value();
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].kind, EventKind::Replied);
  EXPECT_EQ(events[0].outcome, std::nullopt);
  EXPECT_EQ(events[1].kind, EventKind::Decided);
  EXPECT_EQ(events[1].outcome, Outcome::Upheld);
  EXPECT_EQ(events[1].actor, "张三");
  EXPECT_EQ(events[1].text, decided(Outcome::Upheld).text);
  EXPECT_EQ(events[1].at, sample_instant());
}

TEST_F(RegisterTest, ADecisionIsALeafAndAReplyIsNot) {
  append("other");
  const RegisteredObjection row = append("a");
  ASSERT_TRUE(register_.append_event(row.number, 0, replied()));
  EXPECT_EQ(log_size(), 2U);
  ASSERT_TRUE(register_.append_event(row.number, 1, decided(Outcome::Unfounded)));
  EXPECT_EQ(log_size(), 3U);

  // The leaf says which objection and what outcome, and no word of the reason.
  const RegisteredObjection leaf_of_decision = {"", {}, 2, 3};
  const auto proof = parse_proof(register_.proof(leaf_of_decision).value()).value();
  const auto leaf = std::get<DecidedLeaf>(parse_leaf(kSampleOrigin, proof.leaf).value());
  EXPECT_EQ(leaf.ref, row.leaf_index);
  EXPECT_EQ(leaf.outcome, Outcome::Unfounded);
  EXPECT_EQ(leaf.date, parse_date("2017-06-22").value());
  EXPECT_NE(leaf.commitment, sha256(decided(Outcome::Unfounded).text));
  expect_whole(folder_ / "data");
}

TEST_F(RegisterTest, TwoDecidersCannotBothWin) {
  const std::string number = append("a").number;
  ASSERT_TRUE(register_.append_event(number, 0, decided(Outcome::Upheld)));
  const auto second = register_.append_event(number, 0, decided(Outcome::Unfounded));
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(second.error().message, HasSubstr(number));
  EXPECT_EQ(register_.events(number)->size(), 1U);
  EXPECT_EQ(log_size(), 2U);
}

TEST_F(RegisterTest, EventsNeedTheirObjection) {
  for (const std::string_view number : {"2017-000001-B", "", "nonsense"}) {
    EXPECT_EQ(register_.append_event(number, 0, replied()).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(register_.events(number).error().kind, ErrorKind::NotFound);
  }
  EXPECT_EQ(log_size(), 0U);
}

TEST_F(RegisterTest, ANoticeClosesOnce) {
  EXPECT_EQ(register_.closing(notice_).value(), std::nullopt);
  ASSERT_TRUE(register_.append_closing(notice_, 0, "objections = 0\n", sample_instant()));
  EXPECT_EQ(register_.closing(notice_).value(), "objections = 0\n");
  EXPECT_EQ(log_size(), 1U);

  EXPECT_TRUE(register_.append_closing(notice_, 0, "objections = 0\n", sample_instant()));
  EXPECT_EQ(log_size(), 1U);
  const auto other = register_.append_closing(notice_, 0, "objections = 1\n", sample_instant());
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(other.error().message, HasSubstr(notice_.text()));
  EXPECT_EQ(register_.closing(notice_).value(), "objections = 0\n");
}

TEST_F(RegisterTest, AClosingCountsEveryObjectionToItsNotice) {
  append("a");
  for (const std::size_t counted : {0U, 2U}) {
    const auto miscounted =
        register_.append_closing(notice_, counted, "objections = 1\n", sample_instant());
    ASSERT_FALSE(miscounted) << counted;
    EXPECT_EQ(miscounted.error().kind, ErrorKind::Conflict);
    EXPECT_EQ(register_.closing(notice_).value(), std::nullopt);
  }
  EXPECT_EQ(log_size(), 1U);
  EXPECT_TRUE(register_.append_closing(notice_, 1, "objections = 1\n", sample_instant()));
  append("b");  // what comes later is not in the record, and closing again is still the same
  EXPECT_TRUE(register_.append_closing(notice_, 1, "objections = 1\n", sample_instant()));
}

TEST_F(RegisterTest, KeepsWhoTypedInALetterAndWhen) {
  NewObjection letter = sample_objection("a");
  letter.medium = Medium::Letter;
  letter.entry = Entry{.by = "登记员𠮷", .at = parse_instant("2017-06-23T15:00:00+08:00").value()};
  const std::string number = register_.append(letter)->number;
  EXPECT_EQ(register_.find_by_number(number).value()->filed.entry, letter.entry);
  const std::string online = register_.append(sample_objection("b"))->number;
  EXPECT_EQ(register_.find_by_number(online).value()->filed.entry, std::nullopt);
}

TEST_F(RegisterTest, TheClosedLeafIsProvenForEverInTheSameWords) {
  EXPECT_EQ(register_.closing_proof(notice_).error().kind, ErrorKind::NotFound);
  append("a");
  ASSERT_TRUE(register_.append_closing(notice_, 1, "objections = 1\n", sample_instant()));
  const std::string text = register_.closing_proof(notice_).value();
  append("b");
  EXPECT_EQ(register_.closing_proof(notice_).value(), text);
  const auto proof = parse_proof(text).value();
  const auto key = NoteVerifier::parse(register_.verifier_key()).value();
  EXPECT_EQ(verify_proof(proof, key).value().leaves, 2U);
  const auto leaf = std::get<ClosedLeaf>(parse_leaf(kSampleOrigin, proof.leaf).value());
  EXPECT_EQ(leaf.record_sha256, sha256("objections = 1\n"));
}

TEST_F(RegisterTest, TheClosedLeafIsFoundWithTheRecord) {
  ASSERT_TRUE(register_.append_closing(notice_, 0, "objections = 0\n", sample_instant()));
  const auto proof = parse_proof(register_.proof({"", {}, 0, 1}).value()).value();
  const auto leaf = std::get<ClosedLeaf>(parse_leaf(kSampleOrigin, proof.leaf).value());
  EXPECT_EQ(leaf.record_sha256, sha256("objections = 0\n"));
}

TEST_F(RegisterTest, ProbingStoresNothing) {
  append("a");
  const std::string before = register_.checkpoint().value();
  EXPECT_TRUE(register_.probe_write(sample_instant()));
  EXPECT_EQ(register_.checkpoint().value(), before);
  EXPECT_EQ(register_.list(std::nullopt)->size(), 1U);
  expect_whole(folder_ / "data");
}

TEST_F(RegisterTest, AClockThatRunsBackwardsStopsFilingAndNothingElse) {
  const auto objection_at = [](std::string_view form, std::chrono::seconds after, Medium medium) {
    NewObjection objection = sample_objection(form);
    objection.received_at.utc += after;
    objection.medium = medium;
    return objection;
  };
  const RegisteredObjection newest = register_.append(sample_objection("a")).value();
  struct Case {
    const char* form;
    std::chrono::seconds after;
    Medium medium;
    bool stored;
  };
  const Case cases[] = {
      {"b", -kClockStepBackMax, Medium::Online, true},  // now the newest in the order of filing
      {"c", -2 * kClockStepBackMax, Medium::Online, true},
      {"d", -3 * kClockStepBackMax - std::chrono::seconds(1), Medium::Online, false},
      {"d", -1000 * kClockStepBackMax, Medium::Letter, true},  // letters come in when they do
      {"d2", std::chrono::seconds(0), Medium::Online, true},
      {"e", -kClockStepBackMax - std::chrono::seconds(1), Medium::Online, false},
  };
  for (const Case& c : cases) {
    const auto stored = register_.append(objection_at(c.form, c.after, c.medium));
    EXPECT_EQ(stored.has_value(), c.stored) << c.form;
    if (stored) continue;
    EXPECT_EQ(stored.error().kind, ErrorKind::Unavailable);
    EXPECT_THAT(stored.error().message, HasSubstr("set the clock"));
  }
  Instant behind = sample_instant();
  behind.utc -= kClockStepBackMax + std::chrono::seconds(1);
  EXPECT_TRUE(register_.probe_write(sample_instant()));
  EXPECT_FALSE(register_.probe_write(behind));
  expect_same(
      register_.append(objection_at("a", -1000 * kClockStepBackMax, Medium::Online)).value(),
      newest);  // who has filed gets the receipt again
  EXPECT_EQ(register_.list(std::nullopt)->size(), 5U);
}

TEST_F(RegisterTest, ThreadsShareOneRegister) {
  constexpr int kThreads = 6;
  constexpr int kEach = 20;
  {
    std::vector<std::jthread> threads;
    threads.reserve(kThreads);
    for (int t = 0; t < kThreads; ++t) {
      threads.emplace_back([&, t] {
        for (int i = 0; i < kEach; ++i) {
          const RegisteredObjection row = append(std::to_string(t) + "-" + std::to_string(i));
          expect_same(append("the same form for all"), append("the same form for all"));
          expect_proven(register_, row);
        }
      });
    }
  }
  EXPECT_EQ(register_.list(std::nullopt)->size(), kThreads * kEach + 1U);
  expect_whole(folder_ / "data");
}

}  // namespace
}  // namespace gongshi
