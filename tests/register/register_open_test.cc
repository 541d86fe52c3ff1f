// How a register begins, and every way in which opening one can go wrong.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <string>

#include "intake/log/note_key.h"
#include "intake/register/register.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

class RegisterOpenTest : public testing::Test {
 protected:
  Result<void> create() const { return Register::create(data_, {std::string(kSampleOrigin)}); }

  void expect_refused(ErrorKind kind, std::string_view says) const {
    const auto opened = Register::open(data_);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, kind);
    EXPECT_THAT(opened.error().message, testing::AllOf(HasSubstr(data_.string()), HasSubstr(says)));
  }

  void exec(const char* sql) const {
    SQLite::Database(database_.string(), SQLite::OPEN_READWRITE).exec(sql);
  }

  static unsigned mode(const std::filesystem::path& path) {
    struct stat status {};
    EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
    return status.st_mode & 07777U;
  }

  const SampleFolder folder_;
  const std::filesystem::path data_ = folder_ / "data";
  const std::filesystem::path database_ = data_ / "register.db";
};

TEST_F(RegisterOpenTest, CreatesAPrivateFolderWithAFreshKey) {
  ASSERT_TRUE(create());
  EXPECT_EQ(mode(data_), 0700U);
  EXPECT_EQ(mode(data_ / "log.key"), 0600U);
  EXPECT_EQ(mode(database_), 0600U);
  EXPECT_FALSE(std::filesystem::exists(data_ / "register.db.new"));
  const auto reg = Register::open(data_);
  ASSERT_TRUE(reg) << reg.error().message;
  EXPECT_EQ(NoteVerifier::parse(reg->verifier_key())->name(), kSampleOrigin);
}

TEST_F(RegisterOpenTest, AFolderThatStandsReadyIsTaken) {
  std::filesystem::create_directories(data_);
  ASSERT_TRUE(create());
  EXPECT_EQ(mode(data_), 0700U);
}

TEST_F(RegisterOpenTest, NeverCreatesOverARegister) {
  Register first = sample_register(data_);
  ASSERT_TRUE(first.append(sample_objection("a")));
  std::filesystem::permissions(data_, std::filesystem::perms(0750));  // a group may enter here
  const auto again = create();
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(again.error().message, HasSubstr("holds a register already"));
  EXPECT_EQ(first.list(std::nullopt)->size(), 1U);
}

// A key whose register is lost must not sign a second log of the same name: that would be a fork.
TEST_F(RegisterOpenTest, NeverBeginsALogWithAKeyThatIsThere) {
  ASSERT_TRUE(create());
  std::filesystem::remove(database_);
  const auto again = create();
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(again.error().message, HasSubstr("log.key"));
}

TEST_F(RegisterOpenTest, AnInterruptedCreationLeavesNothingInTheWay) {
  std::filesystem::create_directories(data_);
  std::filesystem::permissions(data_, std::filesystem::perms(0700));
  std::ofstream(data_ / "register.db.new") << "half a database";
  std::ofstream(data_ / "register.db.new-wal") << "half a log";
  ASSERT_TRUE(create());
  EXPECT_TRUE(Register::open(data_));
}

TEST_F(RegisterOpenTest, RefusesOriginsThatNoCheckpointMayCarry) {
  for (const std::string_view origin : {"", " ", "a b", "a+b", "a\nb", "a\u3000b", "\xFF"}) {
    const auto made = Register::create(data_, {std::string(origin)});
    ASSERT_FALSE(made) << origin;
    EXPECT_EQ(made.error().kind, ErrorKind::Invalid);
    EXPECT_FALSE(std::filesystem::exists(data_)) << origin;
  }
}

TEST_F(RegisterOpenTest, SaysHowToMakeAMissingOne) {
  expect_refused(ErrorKind::NotFound, "gongshi-intake init");
  std::filesystem::create_directories(data_);
  expect_refused(ErrorKind::NotFound, "gongshi-intake init");
}

TEST_F(RegisterOpenTest, RefusesWhatIsNoDatabase) {
  ASSERT_TRUE(create());
  std::ofstream(database_, std::ios::trunc) << std::string(10'000, 'x');
  expect_refused(ErrorKind::Corrupt, "not a database");
}

// And leaves it as it was: it may be somebody else's.
TEST_F(RegisterOpenTest, RefusesAnotherProgramsDatabase) {
  ASSERT_TRUE(create());
  std::filesystem::remove(database_);
  SQLite::Database(database_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE theirs (a)");
  expect_refused(ErrorKind::Corrupt, "not a register");
  SQLite::Database theirs(database_.string());
  EXPECT_EQ(theirs.execAndGet("PRAGMA journal_mode").getString(), "delete");
}

TEST_F(RegisterOpenTest, RefusesAnEmptyFile) {
  ASSERT_TRUE(create());
  std::filesystem::resize_file(database_, 0);
  expect_refused(ErrorKind::Corrupt, "not a register");
  EXPECT_EQ(std::filesystem::file_size(database_), 0U);
}

TEST_F(RegisterOpenTest, RefusesALaterVersion) {
  ASSERT_TRUE(create());
  exec("PRAGMA user_version = 99");
  expect_refused(ErrorKind::Corrupt, "version 99");
}

TEST_F(RegisterOpenTest, RefusesWithoutItsKey) {
  ASSERT_TRUE(create());
  std::filesystem::remove(data_ / "log.key");
  expect_refused(ErrorKind::NotFound, "log.key");
}

TEST_F(RegisterOpenTest, RefusesTheKeyOfAnotherLog) {
  ASSERT_TRUE(create());
  ASSERT_TRUE(Register::create(folder_ / "other", {std::string(kSampleOrigin)}));
  std::filesystem::copy_file(folder_ / "other/log.key", data_ / "log.key",
                             std::filesystem::copy_options::overwrite_existing);
  expect_refused(ErrorKind::Corrupt, "another log");
}

TEST_F(RegisterOpenTest, RefusesAHeadThatDoesNotFitTheTree) {
  const std::string_view kDamages[] = {
      "UPDATE node SET hash = zeroblob(32) WHERE position = 3",  // the edge is 2 and 3
      "DELETE FROM node WHERE position = 3",
      "UPDATE node SET hash = zeroblob(32) WHERE position = 2",
      "DELETE FROM head",
      "DELETE FROM head WHERE tree_size = 3",  // rolled back to two leaves
      "UPDATE head SET checkpoint = replace(checkpoint, '3', '2') WHERE tree_size = 3",
      "DELETE FROM leaf WHERE leaf_index = 2",
      "INSERT INTO leaf VALUES (3, 'one more')"};
  for (const std::string_view damage : kDamages) {
    const SampleFolder folder;
    {
      Register reg = sample_register(folder / "data");
      for (const std::string_view form : {"a", "b", "c"}) {
        ASSERT_TRUE(reg.append(sample_objection(form)));
      }
    }
    SQLite::Database database((folder / "data/register.db").string(), SQLite::OPEN_READWRITE);
    for (const std::string_view table : {"node", "head", "leaf"}) {
      for (const std::string_view verb : {"UPDATE", "DELETE"}) {
        database.exec("DROP TRIGGER " + std::string(table) + "_refuses_" + std::string(verb));
      }
    }
    database.exec(std::string(damage));
    const auto opened = Register::open(folder / "data");
    ASSERT_FALSE(opened) << damage;
    EXPECT_EQ(opened.error().kind, ErrorKind::Corrupt) << damage;
    EXPECT_THAT(opened.error().message, HasSubstr("restore")) << damage;
  }
}

}  // namespace
}  // namespace gongshi
