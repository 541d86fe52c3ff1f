#include "intake/register/row_digest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "generator/notice/digest.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class RowDigestTest : public testing::Test {
 protected:
  RowDigestTest() {
    add_row_digest_function(database_);
    database_.exec(
        "CREATE TABLE letter (year INTEGER, name TEXT, bytes BLOB, row_digest BLOB, "
        "PRIMARY KEY (year, name)) STRICT; CREATE TABLE other (a TEXT) STRICT");
  }

  std::string digest_of(const std::string& values) {
    return database_.execAndGet("SELECT hex(row_digest(" + values + "))").getString();
  }

  SQLite::Database database_{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

// Frozen: registers hold it.
TEST_F(RowDigestTest, IsOverTypesLengthsAndBytes) {
  using std::string_literals::operator""s;
  const std::string bytes = "gongshi-row/v1\n"s + "\3\0\0\0\0\0\0\0\1t"s +
                            "\1\377\377\377\377\377\377\377\376"s + "\4\0\0\0\0\0\0\0\2\0x"s +
                            "\5"s + "\3\0\0\0\0\0\0\0\0"s;
  const std::string expected = hex(sha256(bytes));
  std::string got = digest_of("'t', -2, x'0078', NULL, ''");
  for (char& c : got) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  EXPECT_EQ(got, expected);
}

TEST_F(RowDigestTest, NoTwoRowsShareIt) {
  std::set<std::string> seen;
  for (const char* values :
       {"'t'", "'t', ''", "'t', NULL", "'t', x''", "'t', 0", "'t', 0.0", "'t', '0'", "'t', x'30'",
        "'t', 'ab', 'c'", "'t', 'a', 'bc'", "'t', 'abc'", "'t', 'a', 'bc', NULL", "'ta', 'bc'",
        "'t', 1", "'t', 256", "'t', 1, 0", "'t', 0, 1"}) {
    EXPECT_TRUE(seen.insert(digest_of(values)).second) << values;
  }
}

TEST_F(RowDigestTest, AnAlteredRowIsNamedByItsKey) {
  SQLite::Statement insert(database_, insert_with_digest("letter", {"year", "name", "bytes"}));
  for (const int year : {2017, 2018, 2019}) {
    insert.bind(1, year);
    insert.bind(2, "张三");
    insert.bind(3, "bytes", 5);
    insert.exec();
    insert.reset();
  }
  EXPECT_THAT(digested_tables(database_), ElementsAre("letter"));
  EXPECT_THAT(altered_rows(database_, "letter", 9), IsEmpty());
  database_.exec("UPDATE letter SET bytes = x'00' WHERE year > 2017");
  EXPECT_THAT(altered_rows(database_, "letter", 9),
              ElementsAre("year 2018, name 张三", "year 2019, name 张三"));
  EXPECT_THAT(altered_rows(database_, "letter", 1), ElementsAre("year 2018, name 张三"));
  database_.exec("UPDATE letter SET row_digest = NULL WHERE year = 2017");
  EXPECT_EQ(altered_rows(database_, "letter", 9).size(), 3U);
}

// So that other programs can write to a copy, which has no such function.
TEST_F(RowDigestTest, NoTriggerMayCallIt) {
  database_.exec("CREATE TRIGGER calls AFTER INSERT ON other BEGIN SELECT row_digest(NEW.a); END");
  try {
    database_.exec("INSERT INTO other VALUES ('x')");
    ADD_FAILURE() << "not refused";
  } catch (const SQLite::Exception& refusal) {
    EXPECT_THAT(refusal.what(), HasSubstr("unsafe use of row_digest"));
  }
}

}  // namespace
}  // namespace gongshi
