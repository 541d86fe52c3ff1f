#include "intake/register/schema.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "intake/register/cosignature_store.h"
#include "intake/register/database.h"
#include "intake/register/desk_record.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

// The path of a register with a row in every table.
std::string filled_register(const std::filesystem::path& folder) {
  Register reg = sample_register(folder);
  NewObjection objection = sample_objection("a");
  objection.evidence = {{.id = std::string(32, 'a'),
                         .key = {},
                         .name = "照片.jpg",
                         .type = "jpg",
                         .size = 1,
                         .sha256 = {}}};
  const auto row = reg.append(objection).value();
  const ObjectionEvent event{.kind = EventKind::Decided,
                             .at = sample_instant(),
                             .actor = "张三",
                             .outcome = Outcome::Upheld,
                             .text = "属实"};
  EXPECT_TRUE(reg.append_event(row.number, 0, event));
  EXPECT_TRUE(reg.append_event(row.number, 1,
                               {.kind = EventKind::Supplemented,
                                .at = sample_instant(),
                                .actor = "异议人",
                                .outcome = {},
                                .text = "",
                                .form_digest = sha256("form"),
                                .evidence = {{.id = std::string(32, 'b'),
                                              .key = {},
                                              .name = "照片.jpg",
                                              .type = "jpg",
                                              .size = 1,
                                              .sha256 = {}}}}));
  EXPECT_TRUE(reg.add_office_key(OfficeKey::random().public_key(), sample_instant()));
  EXPECT_TRUE(reg.append(sample_objection("sealed")));
  DeskRecord desk = DeskRecord::open(folder).value();
  EXPECT_TRUE(desk.append_access({sample_instant(), "经办甲", row.number, "opened"}));
  EXPECT_TRUE(desk.append_draft({.notice = row.filed.notice,
                                 .at = sample_instant(),
                                 .account = "li",
                                 .handler = "经办甲",
                                 .dispositions = ""}));
  const auto erased = reg.append(sample_objection("erased")).value();
  EXPECT_TRUE(CosignatureStore::open(folder)->add(1, "key", "— w AAAAAAAA\n"));
  EXPECT_TRUE(reg.append_closing(row.filed.notice, 3, "objections = 3\n", sample_instant()));
  EXPECT_TRUE(
      reg.erase(erased.number, {.at = sample_instant(), .basis = "on-request", .actor = "张三"}));
  return (folder / "register.db").string();
}

// Seen through a connection that has none of the register's restraint.
class SchemaTest : public testing::Test {
 protected:
  std::vector<std::string> tables() {
    SQLite::Statement query(database_, "SELECT name FROM sqlite_schema WHERE type = 'table'");
    std::vector<std::string> names;
    while (query.executeStep()) names.push_back(query.getColumn(0).getString());
    return names;
  }
  int rows(const std::string& table) {
    return database_.execAndGet("SELECT count(*) FROM " + table).getInt();
  }
  void expect_refused(const std::string& sql) {
    try {
      database_.exec(sql);
      ADD_FAILURE() << "not refused: " << sql;
    } catch (const SQLite::Exception& refusal) {
      EXPECT_THAT(refusal.what(), testing::HasSubstr("append only")) << sql;
    }
  }

  SampleFolder folder_;
  SQLite::Database database_{filled_register(folder_ / "data"), SQLite::OPEN_READWRITE};
};

// The way that erasure takes is open for its own objection alone, and only after the log says so.
TEST_F(SchemaTest, WhatIsErasedCanBeRemovedOnce) {
  database_.exec("PRAGMA foreign_keys = ON");
  for (const std::string table : {"content", "evidence", "event_text", "sealed_content"}) {
    ASSERT_GT(rows(table), 0) << table;
    expect_refused("DELETE FROM " + table);
  }
  const int left =
      database_.execAndGet("SELECT count(*) FROM content WHERE objection <> 1").getInt();
  database_.exec(
      "INSERT INTO erasure SELECT 1, 0, 'on-request', '张三', min(leaf_index), zeroblob(32) "
      "FROM leaf");
  for (const std::string table : {"evidence", "event_text", "content"}) {
    expect_refused("UPDATE " + table + " SET objection = objection");
    EXPECT_GT(database_.exec("DELETE FROM " + table + " WHERE objection = 1"), 0) << table;
  }
  expect_refused("DELETE FROM sealed_content");
  EXPECT_EQ(rows("content"), left);
  expect_refused("DELETE FROM erasure");
  expect_refused("UPDATE erasure SET basis = 'x'");
}

TEST_F(SchemaTest, NoRowOfAnyTableCanBeChangedOrRemoved) {
  ASSERT_EQ(tables().size(), 16U);
  for (const std::string& table : tables()) {
    const int before = rows(table);
    ASSERT_GT(before, 0) << table;
    SQLite::Statement columns(database_, "SELECT name FROM pragma_table_info(?)");
    columns.bind(1, table);
    while (columns.executeStep()) {
      const std::string column = columns.getColumn(0).getString();
      expect_refused(fmt::format("UPDATE {} SET {} = {}", table, column, column));
    }
    expect_refused("DELETE FROM " + table);
    EXPECT_EQ(rows(table), before) << table;
  }
}

// REPLACE removes the old row first, past the triggers unless the connection asks for them.
TEST_F(SchemaTest, NoRowCanBeReplaced) {
  database_ = open_database(folder_ / "data/register.db", std::chrono::milliseconds(100));
  for (const std::string& table : tables()) {
    expect_refused(fmt::format("REPLACE INTO {} SELECT * FROM {}", table, table));
  }
}

TEST_F(SchemaTest, EveryTableIsStrict) {
  SQLite::Statement query(database_,
                          "SELECT name FROM pragma_table_list WHERE schema = 'main' AND "
                          "NOT strict AND name NOT LIKE 'sqlite_%'");
  EXPECT_FALSE(query.executeStep()) << query.getColumn(0).getString();
}

TEST_F(SchemaTest, WhatDoesNotBelongIsRefused) {
  for (const std::string_view sql :
       {"INSERT INTO node VALUES (100, x'00')", "INSERT INTO node VALUES (100, 'text')",
        "INSERT INTO leaf VALUES (-1, 'text')", "INSERT INTO leaf VALUES (100, x'00')",
        "INSERT INTO origin VALUES (2, 'a', 'b')",
        "INSERT INTO evidence SELECT 1, 2, NULL, file_id, file_key, name, type, size, sha256, "
        "row_digest FROM evidence",
        "INSERT INTO evidence VALUES (1, 2, NULL, 'short', zeroblob(32), 'a', 'b', 1, "
        "zeroblob(32), zeroblob(32))",
        "INSERT INTO closing VALUES ('shanxi-2017', 'again', 0, 1, zeroblob(32))"}) {
    EXPECT_THROW(database_.exec(std::string(sql)), SQLite::Exception) << sql;
  }
}

// A row of the first objection with these columns; the others are NULL.
std::string event_row(std::string_view columns, std::string_view values) {
  return fmt::format(
      "INSERT INTO event (objection, at, actor, row_digest, {}) VALUES (1, 0, 'a', zeroblob(32), "
      "{})",
      columns, values);
}

TEST_F(SchemaTest, WhatAnEventSaysBelongsToItsKind) {
  const auto expect_inserted = [&](std::string_view columns, std::string_view values, bool taken) {
    try {
      SQLite::Transaction undone(database_);
      database_.exec(event_row(columns, values));
      EXPECT_TRUE(taken) << columns << " = " << values;
    } catch (const SQLite::Exception& refusal) {
      EXPECT_FALSE(taken) << columns << " = " << values << ": " << refusal.what();
    }
  };
  expect_inserted("ordinal, kind", "2, 'lost'", false);
  expect_inserted("ordinal, kind", "2, 'replied'", true);
  expect_inserted("ordinal, kind", "0, 'replied'", false);
  expect_inserted("ordinal, kind", "2, 'decided'", false);
  expect_inserted("ordinal, kind, outcome", "2, 'decided', 'upheld'", true);
  expect_inserted("ordinal, kind, outcome", "2, 'replied', 'upheld'", false);
  expect_inserted("ordinal, kind, outcome, refusal", "2, 'decided', 'not_accepted', 'no_clue'",
                  true);
  expect_inserted("ordinal, kind, outcome, refusal", "2, 'decided', 'upheld', 'no_clue'", false);
  expect_inserted("ordinal, kind, refusal", "2, 'replied', 'no_clue'", false);
  expect_inserted("ordinal, kind, measure", "2, 'disposed', 'corrected'", true);
  expect_inserted("ordinal, kind", "2, 'disposed'", false);
  expect_inserted("ordinal, kind, measure", "2, 'replied', 'corrected'", false);
  expect_inserted("ordinal, kind, due", "2, 'asked', '2017-06-30'", true);
  expect_inserted("ordinal, kind, due", "2, 'paraphrased', '2017-06-30'", true);
  expect_inserted("ordinal, kind", "2, 'asked'", false);
  expect_inserted("ordinal, kind", "2, 'paraphrased'", false);
  expect_inserted("ordinal, kind, due", "2, 'accepted', '2017-06-30'", false);
  for (const std::string kind : {"investigation_opened", "extended", "recused", "readmitted"}) {
    expect_inserted("ordinal, kind, second_actor", "2, '" + kind + "', 'b'", true);
    expect_inserted("ordinal, kind", "2, '" + kind + "'", false);
  }
  expect_inserted("ordinal, kind, second_actor", "2, 'accepted', 'b'", false);
  for (const std::string kind :
       {"accepted", "transferred", "review_opened", "continued", "redacted", "noted"}) {
    expect_inserted("ordinal, kind", "2, '" + kind + "'", true);
  }
  expect_inserted("ordinal, kind, form_digest", "2, 'supplemented', zeroblob(32)", true);
  expect_inserted("ordinal, kind, form_digest", "2, 'replied', zeroblob(32)", false);
  expect_inserted("ordinal, kind, form_digest",
                  "2, 'supplemented', (SELECT form_digest FROM event WHERE ordinal = 1)", false);
}

TEST_F(SchemaTest, PassesItsOwnCheckAndSqlites) {
  EXPECT_TRUE(check_schema(database_, "register.db"));
  EXPECT_EQ(database_.execAndGet("PRAGMA integrity_check").getString(), "ok");
  SQLite::Statement orphans(database_, "PRAGMA foreign_key_check");
  EXPECT_FALSE(orphans.executeStep());
}

TEST_F(SchemaTest, AnotherVersionOrAnotherProgramIsRefused) {
  database_.exec("PRAGMA user_version = " + std::to_string(kSchemaVersion + 1));
  EXPECT_THAT(check_schema(database_, "register.db").error().message,
              testing::AllOf(testing::HasSubstr("version " + std::to_string(kSchemaVersion + 1)),
                             testing::HasSubstr("that wrote it, or a later one")));
  database_.exec("PRAGMA user_version = " + std::to_string(kSchemaVersion - 1));
  EXPECT_THAT(check_schema(database_, "register.db").error().message,
              testing::EndsWith("use the gongshi that wrote it"));
  database_.exec("PRAGMA user_version = " + std::to_string(kSchemaVersion) +
                 "; PRAGMA application_id = 7");
  EXPECT_EQ(check_schema(database_, "register.db").error().kind, ErrorKind::Corrupt);
}

}  // namespace
}  // namespace gongshi
