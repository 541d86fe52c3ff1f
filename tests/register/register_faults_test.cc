// When the disk or the lock says no: nothing is stored, the sentence says why, and afterwards the
// register goes on as if nothing had happened.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <string>

#include "intake/register/register.h"
#include "tests/register/file_size_limit.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

// An ordinary user while this lives: root is never refused.
class OrdinaryUser {
 public:
  OrdinaryUser() { set(::geteuid() == 0 ? kNobody : ::geteuid()); }
  OrdinaryUser(const OrdinaryUser&) = delete;
  OrdinaryUser& operator=(const OrdinaryUser&) = delete;
  ~OrdinaryUser() { set(before_); }

 private:
  static constexpr uid_t kNobody = 65534;
  static void set(uid_t user) { EXPECT_EQ(::seteuid(user), 0); }
  const uid_t before_ = ::geteuid();
};

class RegisterFaultsTest : public testing::Test {
 protected:
  void expect_unchanged(const RegisteredObjection& only_row, const std::string& checkpoint) {
    EXPECT_EQ(register_.checkpoint().value(), checkpoint);
    EXPECT_EQ(register_.list(std::nullopt)->size(), 1U);
    EXPECT_TRUE(register_.events(only_row.number)->empty());
    EXPECT_FALSE(register_.closing(only_row.filed.notice).value());
  }

  SampleFolder folder_;
  Register register_ = sample_register(folder_ / "data");
};

template <class Value>
void expect_unavailable(const Result<Value>& result, std::string_view says) {
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::Unavailable);
  EXPECT_THAT(result.error().message, testing::AllOf(HasSubstr("register.db"), HasSubstr(says)));
}

TEST_F(RegisterFaultsTest, AFullDiskStoresNothingAndLosesNothing) {
  const RegisteredObjection row = register_.append(sample_objection("a")).value();
  const std::string checkpoint = register_.checkpoint().value();
  const ObjectionEvent decision{.kind = EventKind::Decided,
                                .at = sample_instant(),
                                .actor = "张三",
                                .outcome = Outcome::Upheld,
                                .text = "属实"};
  {
    const FileSizeLimit full(std::filesystem::file_size(folder_ / "data/register.db-wal"));
    for (int attempt = 0; attempt < 3; ++attempt) {
      expect_unavailable(register_.append(sample_objection("b")), "nothing was stored");
      expect_unavailable(register_.append_event(row.number, 0, decision), "nothing was stored");
      expect_unavailable(
          register_.append_closing(row.filed.notice, 1, "objections = 1\n", sample_instant()),
          "nothing was stored");
      expect_unavailable(register_.probe_write(sample_instant()), "nothing was stored");
      expect_unchanged(row, checkpoint);
    }
    expect_proven(register_, row);  // reading goes on
  }
  EXPECT_TRUE(register_.probe_write(sample_instant()));
  expect_proven(register_, register_.append(sample_objection("b")).value());
  ASSERT_TRUE(register_.append_event(row.number, 0, decision));
  expect_whole(folder_ / "data");
}

TEST_F(RegisterFaultsTest, ABatchIsStoredWholeOrNotAtAll) {
  const RegisteredObjection row = register_.append(sample_objection("a")).value();
  const std::string checkpoint = register_.checkpoint().value();
  std::vector<NewObjection> batch;
  batch.reserve(100);
  for (int i = 0; i < 100; ++i) batch.push_back(sample_objection(std::to_string(i)));
  {
    // Room for the first rows of the batch, not for all.
    const FileSizeLimit nearly_full(std::filesystem::file_size(folder_ / "data/register.db-wal") +
                                    20'000);
    expect_unavailable(register_.append_all(batch), "nothing was stored");
    expect_unchanged(row, checkpoint);
  }
  EXPECT_EQ(register_.append_all(batch)->size(), batch.size());
  expect_whole(folder_ / "data");
}

TEST_F(RegisterFaultsTest, NothingIsCreatedOnAFullDisk) {
  const std::filesystem::path data = folder_ / "other";
  {
    const FileSizeLimit full(0);
    const auto made = Register::create(data, {std::string(kSampleOrigin)});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, ErrorKind::Unavailable);
  }
  {
    const FileSizeLimit nearly_full(10'000);  // enough for the keys, not for the tables
    const auto made = Register::create(data, {std::string(kSampleOrigin)});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, ErrorKind::Unavailable);
  }
  EXPECT_TRUE(std::filesystem::is_empty(data));
  EXPECT_EQ(Register::open(data).error().kind, ErrorKind::NotFound);
  EXPECT_TRUE(Register::create(data, {std::string(kSampleOrigin)}));
}

TEST_F(RegisterFaultsTest, AnotherWriterIsWaitedForAndThenNamed) {
  const RegisteredObjection row = register_.append(sample_objection("a")).value();
  const std::string checkpoint = register_.checkpoint().value();
  const RegisterOptions impatient{.lock_wait = std::chrono::milliseconds(20)};
  register_ = Register::open(folder_ / "data", impatient).value();
  SQLite::Database other((folder_ / "data/register.db").string(), SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  expect_unavailable(register_.append(sample_objection("b")), "another process");
  expect_unavailable(register_.probe_write(sample_instant()), "another process");
  expect_unchanged(row, checkpoint);
  other.exec("ROLLBACK");
  EXPECT_TRUE(register_.append(sample_objection("b")));
}

TEST_F(RegisterFaultsTest, AReadOnlyRegisterIsRefusedAtTheDoor) {
  namespace fs = std::filesystem;
  ASSERT_TRUE(register_.append(sample_objection("a")));
  register_ = sample_register(folder_ / "other");  // closes the first
  const fs::path data = folder_ / "data";
  fs::permissions(folder_.path(), fs::perms(0755));
  fs::permissions(data, fs::perms(0555));
  fs::permissions(data / "register.db", fs::perms(0444));
  {
    const OrdinaryUser user;
    expect_unavailable(Register::open(data), "cannot be written");
  }
  fs::permissions(data / "register.db", fs::perms(0000));
  {
    const OrdinaryUser user;
    expect_unavailable(Register::open(data), "cannot be opened");
  }
  fs::permissions(data, fs::perms(0700));
  fs::permissions(data / "register.db", fs::perms(0600));
  EXPECT_TRUE(Register::open(data));
}

// A tree node that changes under a running register stops the next signature.
TEST_F(RegisterFaultsTest, NothingIsSignedOnTopOfADamagedTree) {
  ASSERT_TRUE(register_.append(sample_objection("a")));
  SQLite::Database other((folder_ / "data/register.db").string(), SQLite::OPEN_READWRITE);
  other.exec("DROP TRIGGER node_refuses_UPDATE; UPDATE node SET hash = zeroblob(32)");
  const auto refused = register_.append(sample_objection("b"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::Corrupt);
  EXPECT_EQ(register_.list(std::nullopt)->size(), 1U);
}

}  // namespace
}  // namespace gongshi
