#include "intake/register/database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>
#include <string>

#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

void make_empty_file(const std::filesystem::path& path) { const std::ofstream made(path); }

using testing::HasSubstr;

TEST(DatabaseTest, EveryConnectionHasTheSettingsThatThePromisesNeed) {
  const SampleFolder folder;
  make_empty_file(folder / "x.db");
  SQLite::Database database = open_database(folder / "x.db", std::chrono::milliseconds(1));
  use_write_ahead_log(database);
  const std::pair<const char*, int> kExpected[] = {
      {"PRAGMA synchronous", 2},    {"PRAGMA foreign_keys", 1},    {"PRAGMA trusted_schema", 0},
      {"PRAGMA secure_delete", 1},  {"PRAGMA cell_size_check", 1}, {"PRAGMA temp_store", 2},
      {"PRAGMA writable_schema", 0}};
  for (const auto& [pragma, value] : kExpected) {
    EXPECT_EQ(database.execAndGet(pragma).getInt(), value) << pragma;
  }
  EXPECT_EQ(database.execAndGet("PRAGMA journal_mode").getString(), "wal");
  database.exec("PRAGMA writable_schema = 1");  // defensive: has no effect
  EXPECT_THROW(database.exec("DELETE FROM sqlite_schema"), SQLite::Exception);
}

TEST(DatabaseTest, OpeningMakesNothing) {
  const SampleFolder folder;
  EXPECT_THROW(open_database(folder / "x.db", std::chrono::milliseconds(1)), SQLite::Exception);
  EXPECT_FALSE(std::filesystem::exists(folder / "x.db"));
}

struct Sentence {
  int code;
  ErrorKind kind;
  std::string_view says;
};

TEST(DatabaseTest, EachWayToFailHasItsSentence) {
  const Sentence kSentences[] = {
      {SQLITE_FULL, ErrorKind::Unavailable, "disk is full"},
      {SQLITE_BUSY, ErrorKind::Unavailable, "another process"},
      {SQLITE_BUSY_SNAPSHOT, ErrorKind::Unavailable, "another process"},
      {SQLITE_LOCKED, ErrorKind::Unavailable, "another process"},
      {SQLITE_READONLY, ErrorKind::Unavailable, "cannot be written"},
      {SQLITE_READONLY_DBMOVED, ErrorKind::Unavailable, "cannot be written"},
      {SQLITE_CANTOPEN, ErrorKind::Unavailable, "cannot be opened"},
      {SQLITE_PERM, ErrorKind::Unavailable, "cannot be opened"},
      {SQLITE_IOERR_FSYNC, ErrorKind::Unavailable, "disk does not"},
      {SQLITE_NOMEM, ErrorKind::Unavailable, "refuses"},
      {SQLITE_CORRUPT, ErrorKind::Corrupt, "damaged"},
      {SQLITE_CORRUPT_INDEX, ErrorKind::Corrupt, "damaged"},
      {SQLITE_CONSTRAINT_UNIQUE, ErrorKind::Corrupt, "damaged"},
      {SQLITE_NOTADB, ErrorKind::Corrupt, "not a database"}};
  for (const auto& [code, kind, says] : kSentences) {
    const Error error = database_error(SQLite::Exception("detail", code), "/data/register.db");
    EXPECT_EQ(error.kind, kind) << code;
    EXPECT_THAT(error.message, testing::AllOf(HasSubstr("/data/register.db"), HasSubstr(says)));
  }
}

TEST(DatabaseTest, AQueryLeavesNoReadOpen) {
  const SampleFolder folder;
  make_empty_file(folder / "x.db");
  SQLite::Database database = open_database(folder / "x.db", std::chrono::milliseconds(1));
  database.exec("CREATE TABLE t (a TEXT, b BLOB); INSERT INTO t VALUES ('x', x'00')");
  SQLite::Statement select(database, "SELECT a, b FROM t WHERE a = ?");
  {
    const Query query(select, "x");
    EXPECT_THROW(query.text(0), SQLite::Exception);  // before the first step there is no row
  }
  {
    Query query(select, "x");
    ASSERT_TRUE(query.step());
    EXPECT_EQ(query.text(0), "x");
    EXPECT_THROW(query.hash(1), SQLite::Exception);  // one byte is no digest
  }
  EXPECT_NO_THROW(database.exec("DROP TABLE t"));  // locked while a statement still reads
}

}  // namespace
}  // namespace gongshi
