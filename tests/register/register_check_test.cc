#include "intake/register/register_check.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "intake/register/cosignature_store.h"
#include "intake/register/desk_record.h"
#include "intake/register/register.h"
#include "intake/register/row_digest.h"
#include "tests/log/flip_bit.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> names(SQLite::Database& database, const std::string& sql) {
  SQLite::Statement query(database, sql);
  std::vector<std::string> rows;
  while (query.executeStep()) rows.push_back(query.getColumn(0).getString());
  return rows;
}

// A register in one file at rest.
class RegisterCheckTest : public testing::Test {
 protected:
  RegisterCheckTest() {
    Register reg = sample_register(data_);
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

  static ObjectionEvent supplement(const std::string& form) {
    return {.kind = EventKind::Supplemented,
            .at = sample_instant(),
            .actor = "异议人",
            .outcome = {},
            .text = "补充说明。\n",
            .form_digest = sha256(form),
            .evidence = {sample_file(form)}};
  }

  static EvidenceFile sample_file(const std::string& name) {
    return {.id = hex(sha256(name)).substr(0, 32),
            .key = sha256("key " + name),
            .name = name + ".pdf",
            .type = "pdf",
            .size = 1000,
            .sha256 = sha256("bytes " + name)};
  }

  // Something in every table, sealed and not sealed, long and short.
  void fill_every_table() const {
    Register reg = *Register::open(data_);
    NewObjection by_letter = sample_objection("letter");
    by_letter.medium = Medium::Letter;
    by_letter.entry = Entry{.by = "李四", .at = sample_instant()};
    by_letter.evidence = {sample_file("first"), sample_file("second")};
    const auto plain = reg.append(by_letter).value();
    EXPECT_TRUE(reg.append_event(plain.number, 0, supplement("note")));
    EXPECT_TRUE(CosignatureStore::open(data_)->add(42, "key", "— w AAAAAAAA\n"));
    EXPECT_TRUE(reg.add_office_key(OfficeKey::random().public_key(), sample_instant()));
    for (int i = 0; i < 10; ++i) {
      NewObjection objection = sample_objection("sealed " + std::to_string(i));
      objection.record.append(static_cast<std::size_t>(i) * 800, 'x');
      objection.evidence = {sample_file("sealed " + std::to_string(i))};
      const auto sealed = reg.append(objection).value();
      const auto stored = reg.find_by_number(sealed.number).value().value();
      const DataKey key = unwrap_key(objection.code_key, stored.sealed->for_code).value();
      EXPECT_TRUE(reg.append_event(sealed.number, 0, event(EventKind::Decided), key));
      EXPECT_TRUE(reg.append_event(sealed.number, 1, supplement("form" + std::to_string(i)), key));
    }
    const auto rows = reg.list(std::nullopt).value();
    EXPECT_TRUE(reg.erase(rows[1].number,
                          {.at = sample_instant(), .basis = "on-request", .actor = "张三"}));
    DeskRecord desk = DeskRecord::open(data_).value();
    for (const RegisteredObjection& row : rows) {
      EXPECT_TRUE(desk.append_access({sample_instant(), "经办甲", row.number, "opened"}));
      EXPECT_TRUE(desk.append_draft({.notice = row.filed.notice,
                                     .at = sample_instant(),
                                     .account = "li",
                                     .handler = "经办甲",
                                     .dispositions = "person=cancelled"}));
    }
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
    const auto checked = check_database(data_);
    return checked ? checked->problems : std::vector{checked.error().message};
  }

  const SampleFolder folder_;
  const fs::path data_ = folder_ / "data";
};

TEST_F(RegisterCheckTest, AWholeRegisterIsWhole) {
  const auto checked = check_database(data_);
  ASSERT_TRUE(checked) << checked.error().message;
  EXPECT_THAT(checked->problems, IsEmpty());
  EXPECT_EQ(checked->leaves, 49U);
  EXPECT_EQ(checked->heads, 11U);
}

TEST_F(RegisterCheckTest, AnEmptyRegisterIsWhole) {
  const fs::path empty = folder_ / "empty";
  sample_register(empty);
  const auto checked = check_database(empty);
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
      {"objection",
       "PRAGMA foreign_keys = OFF; UPDATE objection SET id = id + 16384, form_digest = "
       "(SELECT form_digest FROM objection WHERE id = 3) WHERE id = 4",
       "two objections have the same form"},
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

// Everything that stands in the register, as text.
std::string meaning_of(const fs::path& file) {
  SQLite::Database database(file.string());
  std::string text;
  for (const std::string& table : names(database,
                                        "SELECT name FROM sqlite_schema WHERE type = "
                                        "'table' ORDER BY name")) {
    std::string row = "''";
    for (const std::string& column :
         names(database, "SELECT name FROM pragma_table_info('" + table + "')")) {
      row += " || quote(" + column + ") || '|'";
    }
    for (const std::string& line :
         names(database, "SELECT " + row + " FROM " + table + " ORDER BY 1")) {
      text += line + "\n";
    }
  }
  return text;
}

// The bytes of the file that hold something, by table and index: the cells of a page, which fill it
// from its end, or all of a page that a long value runs over to.
std::map<std::string, std::vector<std::size_t>> bytes_in_use(const fs::path& file,
                                                             const std::string& bytes) {
  SQLite::Database database(file.string());
  SQLite::Statement pages(database, "SELECT name, pageno, pagetype, pgsize, unused FROM dbstat");
  std::map<std::string, std::vector<std::size_t>> used;
  while (pages.executeStep()) {
    const std::size_t size = pages.getColumn(3).getUInt();
    const std::size_t page = (pages.getColumn(1).getUInt() - 1) * size;
    std::size_t begin = 0;
    std::size_t end = size;
    if (pages.getColumn(2).getString() == "overflow") {
      end = size - pages.getColumn(4).getUInt();
    } else {
      const std::size_t header = page + (page == 0 ? 100 : 0);
      begin = static_cast<unsigned char>(bytes[header + 5]) * std::size_t{256} +
              static_cast<unsigned char>(bytes[header + 6]);
    }
    for (; begin < end; ++begin) used[pages.getColumn(0).getString()].push_back(page + begin);
  }
  return used;
}

// A bit in each table and each index, and anywhere in the file: it is found, or every value in
// every table is as it was (a byte between two cells, a counter of SQLite's).
TEST_F(RegisterCheckTest, OneFlippedBitIsFoundWhereverItMeansSomething) {
  constexpr int kFlipsInEach = 30;
  constexpr int kFlipsAnywhere = 400;
  fill_every_table();
  const fs::path file = data_ / "register.db";
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA journal_mode = DELETE");
  std::ifstream in(file, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  const std::string meaning = meaning_of(file);
  std::mt19937 random(20170622);
  const auto is_found = [&](std::size_t byte) {
    std::string bytes = whole;
    const std::size_t bit = byte * 8 + random() % 8;
    flip_bit(bytes, bit);
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    const bool found = !problems().empty();
    const std::string now = found ? meaning : meaning_of(file);
    const auto at = std::ranges::mismatch(now, meaning).in1 - now.begin();
    EXPECT_TRUE(now == meaning) << "bit " << bit << ": "
                                << now.substr(now.rfind('\n', static_cast<std::size_t>(at)) + 1,
                                              200);
    for (const char* rest : {"register.db-wal", "register.db-shm", "register.db-journal"}) {
      fs::remove(data_ / rest);
    }
    return found;
  };
  const auto used = bytes_in_use(file, whole);
  EXPECT_EQ(std::ranges::count_if(
                used, [](const auto& part) { return !part.first.starts_with("sqlite_auto"); }),
            20)
      << "16 tables, three indexes of ours and the schema";
  for (const auto& [part, places] : used) {
    int found = 0;
    for (int i = 0; i < kFlipsInEach; ++i) found += is_found(places[random() % places.size()]);
    // The schema's text has comments, in which nothing means anything.
    const int tenths = part == "sqlite_schema" ? 8 : 9;
    EXPECT_GE(found, kFlipsInEach * tenths / 10) << part;
  }
  for (int i = 0; i < kFlipsAnywhere; ++i) is_found(random() % whole.size());
}

// What is neither derived from the leaves nor committed to by one has a digest of its own.
TEST_F(RegisterCheckTest, EveryTableIsCovered) {
  SQLite::Database database((data_ / "register.db").string());
  const auto tables = names(database, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  const std::set<std::string> by_the_log = {"origin", "leaf", "node", "head", "content"};
  const auto digested = digested_tables(database);
  for (const std::string& table : tables) {
    EXPECT_NE(by_the_log.contains(table), std::ranges::find(digested, table) != digested.end())
        << table;
  }
}

// Each column by itself, by somebody who does not know of the digest.
TEST_F(RegisterCheckTest, AnyValueThatChangedIsFound) {
  fill_every_table();
  const fs::path file = data_ / "register.db";
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA journal_mode = DELETE");
  std::ifstream in(file, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  std::vector<std::pair<std::string, std::string>> columns;
  {
    SQLite::Database database(file.string());
    for (const std::string& table : digested_tables(database)) {
      for (const std::string& column :
           names(database, "SELECT name FROM pragma_table_info('" + table + "')")) {
        columns.emplace_back(table, column);
      }
    }
  }
  for (const auto& [table, column] : columns) {
    const std::string change = fmt::format(
        "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; UPDATE {0} SET {1} = "
        "CASE typeof({1}) WHEN 'integer' THEN {1} + 1000 WHEN 'text' THEN {1} || 'x' "
        "WHEN 'blob' THEN CAST(substr({1}, 2) || x'01' AS BLOB) ELSE 0 END "
        "WHERE ({2}) = (SELECT {2} FROM {0} ORDER BY {1} IS NULL LIMIT 1)",
        table, column, table == "closing" ? "notice" : "row_digest");
    alter(table, change);
    EXPECT_THAT(problems(), Contains(HasSubstr("a row of table " + table))) << column;
    std::ofstream(file, std::ios::binary) << whole;
  }
}

}  // namespace
}  // namespace gongshi
