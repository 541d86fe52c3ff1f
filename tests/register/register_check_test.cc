#include "intake/register/register_check.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "intake/register/register.h"
#include "tests/log/flip_bit.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

// A register with all that it can hold, in one file at rest.
class RegisterCheckTest : public testing::Test {
 protected:
  RegisterCheckTest() {
    Register reg = sample_register(data_);
    key_ = NoteVerifier::parse(reg.verifier_key()).value();
    std::vector<NewObjection> batch;
    for (int i = 0; i < 40; ++i) batch.push_back(sample_objection(std::to_string(i)));
    const auto rows = reg.append_all(batch).value();
    for (const char* form : {"a", "b"}) EXPECT_TRUE(reg.append(sample_objection(form)));
    for (int i = 0; i < 6; ++i) {
      EXPECT_TRUE(reg.append_event(rows[i].number, 0, event(EventKind::Decided)));
      EXPECT_TRUE(reg.append_event(rows[i].number, 1, event(EventKind::Replied)));
    }
    EXPECT_TRUE(reg.append_closing(rows[0].filed.notice, reg.list(rows[0].filed.notice)->size(),
                                   "objections = 42\n", sample_instant()));
  }

  static ObjectionEvent event(EventKind kind) {
    const bool decided = kind == EventKind::Decided;
    return {.kind = kind,
            .at = sample_instant(),
            .actor = "张三",
            .outcome = decided ? std::optional(Outcome::Upheld) : std::nullopt,
            .text = "经核查，材料属实。\n"};
  }

  // Past the triggers, and without leaving that behind.
  void alter(const std::string& table, const std::string& sql) const {
    SQLite::Database database((data_ / "register.db").string(), SQLite::OPEN_READWRITE);
    std::vector<std::string> triggers;
    SQLite::Statement all(database,
                          "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' "
                          "AND tbl_name = '" +
                              table + "'");
    std::vector<std::string> names;
    while (all.executeStep()) {
      names.push_back(all.getColumn(0).getString());
      triggers.push_back(all.getColumn(1).getString());
    }
    all.reset();
    for (const std::string& name : names) database.exec("DROP TRIGGER " + name);
    database.exec(sql);
    for (const std::string& trigger : triggers) database.exec(trigger);
  }

  std::vector<std::string> problems() const {
    const auto checked = check_database(data_, *key_);
    return checked ? checked->problems : std::vector{checked.error().message};
  }

  const SampleFolder folder_;
  const fs::path data_ = folder_ / "data";
  std::optional<NoteVerifier> key_;
};

TEST_F(RegisterCheckTest, AWholeRegisterIsWhole) {
  const auto checked = check_database(data_, *key_);
  ASSERT_TRUE(checked) << checked.error().message;
  EXPECT_THAT(checked->problems, IsEmpty());
  EXPECT_EQ(checked->leaves, 49U);
  EXPECT_EQ(checked->heads, 11U);
}

TEST_F(RegisterCheckTest, AnEmptyRegisterIsWhole) {
  const fs::path empty = folder_ / "empty";
  const Register reg = sample_register(empty);
  const auto checked = check_database(empty, NoteVerifier::parse(reg.verifier_key()).value());
  EXPECT_THAT(checked->problems, IsEmpty());
  EXPECT_EQ(checked->heads, 1U);
}

TEST_F(RegisterCheckTest, WhatIsSealedOrErasedIsWholeToo) {
  {
    Register reg = *Register::open(data_);
    ASSERT_TRUE(reg.add_office_key(OfficeKey::random().public_key(), sample_instant()));
    const NewObjection objection = sample_objection("sealed");
    const auto sealed = reg.append(objection).value();
    const auto stored = reg.find_by_number(sealed.number).value().value();
    const DataKey key = unwrap_key(objection.code_key, stored.sealed->for_code).value();
    ASSERT_TRUE(reg.append_event(sealed.number, 0, event(EventKind::Decided), key));
    const Erasure erasure{.at = sample_instant(), .basis = "on-request", .actor = "张三"};
    const auto rows = reg.list(std::nullopt).value();
    ASSERT_TRUE(reg.erase(rows[1].number, erasure));  // decided, replied to and not sealed
    ASSERT_TRUE(reg.erase(reg.append(sample_objection("gone")).value().number, erasure));
  }
  EXPECT_THAT(problems(), IsEmpty());
  alter("erasure", "UPDATE erasure SET basis = 'other'");
  EXPECT_THAT(problems(), Contains(HasSubstr("an erasure is not what leaf")));
  alter("sealed_content", "DELETE FROM sealed_content");
  EXPECT_THAT(problems(), Contains(HasSubstr("the record of an objection")));
}

struct Alteration {
  const char* table;
  const char* sql;
  const char* says;
};

TEST_F(RegisterCheckTest, FindsWhatSomebodyAltered) {
  const Alteration kAlterations[] = {
      {"leaf", "UPDATE leaf SET text = replace(text, 'filed', 'FILED') WHERE leaf_index = 7",
       "leaf 7 of the log is missing or altered"},
      {"leaf",
       "UPDATE leaf SET text = replace(text, '2017-06-22', '2017-06-23') "
       "WHERE leaf_index = 7",
       "does not follow from the leaves"},
      {"node", "UPDATE node SET hash = randomblob(32) WHERE position = 20",
       "tree node 20 does not follow"},
      {"node", "DELETE FROM node WHERE position = (SELECT max(position) FROM node)",
       "does not follow from the leaves"},
      {"node", "INSERT INTO node VALUES (1000, zeroblob(32))", "tree nodes of leaves that are not"},
      {"head",
       "UPDATE head SET checkpoint = (SELECT checkpoint FROM head WHERE tree_size = 41) "
       "WHERE tree_size = 42",
       "tree head of 42 leaves is not the one that the log signed"},
      {"head", "DELETE FROM head WHERE tree_size = 49", "newest tree head"},
      {"content", "UPDATE content SET record = x'00' WHERE objection = 3",
       "the record of an objection is not what leaf 2"},
      {"content", "UPDATE content SET opening = zeroblob(32) WHERE objection = 3",
       "the record of an objection is not what leaf 2"},
      {"content", "DELETE FROM content WHERE objection = 3", "the record of an objection"},
      {"objection", "UPDATE objection SET received_at = received_at + 86400 WHERE id = 3",
       "the day of an objection is not what leaf 2"},
      {"objection", "UPDATE objection SET tree_size = 42 WHERE id = 3",
       "the first head over an objection"},
      {"event", "UPDATE event SET outcome = 'unfounded' WHERE objection = 2 AND kind = 'decided'",
       "a decision is not what leaf"},
      {"event_text", "UPDATE event_text SET text = x'78' WHERE objection = 2 AND ordinal = 0",
       "the reason of a decision"},
      {"event_text", "DELETE FROM event_text WHERE objection = 2", "the reason of a decision"},
      {"event", "PRAGMA foreign_keys = OFF; DELETE FROM event WHERE objection = 2",
       "nothing in the register belongs to leaf"},
      {"closing", "UPDATE closing SET record = 'objections = 0'", "a closing record is not what"},
      {"origin", "UPDATE origin SET name = 'other.example/log'", "not of the log demo.example"},
      {"origin", "DROP TRIGGER leaf_refuses_DELETE", "not those that init makes"},
      {"origin", "CREATE TABLE more (a)", "not those that init makes"},
  };
  const std::string whole = [&] {
    std::ifstream in(data_ / "register.db", std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(in), {}};
  }();
  for (const Alteration& alteration : kAlterations) {
    alter(alteration.table, alteration.sql);
    EXPECT_THAT(problems(), Contains(HasSubstr(alteration.says))) << alteration.sql;
    for (const char* rest : {"register.db-wal", "register.db-shm"}) fs::remove(data_ / rest);
    std::ofstream(data_ / "register.db", std::ios::binary) << whole;
  }
  EXPECT_THAT(problems(), IsEmpty());
}

// Everything that a proof or an index covers, as text.
std::string meaning_of(const fs::path& file) {
  constexpr const char* kSelects[] = {
      "SELECT * FROM origin",
      "SELECT * FROM leaf ORDER BY 1",
      "SELECT position, hex(hash) FROM node ORDER BY 1",
      "SELECT * FROM head ORDER BY 1",
      "SELECT id, year, sequence, hex(form_digest), notice, leaf_index, tree_size, "
      "date(received_at + 28800, 'unixepoch') FROM objection ORDER BY leaf_index",
      "SELECT objection, hex(record), hex(opening) FROM content ORDER BY 1",
      "SELECT objection, outcome, leaf_index, hex(opening), hex(text) FROM event "
      "LEFT JOIN event_text USING (objection, ordinal) "
      "WHERE kind = 'decided' ORDER BY leaf_index",
      "SELECT notice, record, leaf_index FROM closing ORDER BY leaf_index"};
  SQLite::Database database(file.string());
  std::string text;
  for (const char* select : kSelects) {
    SQLite::Statement rows(database, select);
    while (rows.executeStep()) {
      for (int i = 0; i < rows.getColumnCount(); ++i) text += rows.getColumn(i).getString() + "|";
      text += "\n";
    }
  }
  return text;
}

// A bit anywhere in the file: it is found, or it means nothing (a free page, the bytes between
// cells, the header's counters) or nothing that anything covers (register_check.h).
TEST_F(RegisterCheckTest, OneFlippedBitIsFoundWhereverItMeansSomething) {
  constexpr int kFlips = 1000;
  const fs::path file = data_ / "register.db";
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA journal_mode = DELETE");
  std::ifstream in(file, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  const std::string meaning = meaning_of(file);
  std::mt19937 random(20170622);
  int found = 0;
  for (int i = 0; i < kFlips; ++i) {
    std::string bytes = whole;
    const std::size_t bit =
        std::uniform_int_distribution<std::size_t>(0, whole.size() * 8 - 1)(random);
    flip_bit(bytes, bit);
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    if (!problems().empty()) {
      ++found;
    } else {
      EXPECT_EQ(meaning_of(file), meaning) << "bit " << bit % 8 << " of byte " << bit / 8;
    }
    for (const char* rest : {"register.db-wal", "register.db-shm", "register.db-journal"}) {
      fs::remove(data_ / rest);
    }
  }
  EXPECT_GT(found, kFlips / 4) << "most of the file is not free";
}

}  // namespace
}  // namespace gongshi
