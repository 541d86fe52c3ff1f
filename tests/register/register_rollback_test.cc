// A restored backup is the one way in which an honest log lies: it signs another head of a size
// that it has signed before. These are the drills.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <string>

#include "intake/register/register.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class RegisterRollbackTest : public testing::Test {
 protected:
  void file(std::string_view name, int count) const {
    auto reg = Register::open(data_).value();
    for (int i = 0; i < count; ++i) {
      ASSERT_TRUE(reg.append(sample_objection(std::string(name) + std::to_string(i))));
    }
  }
  // As people do it, with the register at rest.
  void copy_database(const fs::path& from, const fs::path& to) const {
    fs::create_directories(to);
    for (const char* name : {"register.db", "register.db-wal", "register.db-shm"}) {
      fs::remove(to / name);
      if (fs::exists(from / name)) fs::copy_file(from / name, to / name);
    }
  }
  void expect_refused(std::string_view says) const {
    const auto opened = Register::open(data_);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::Conflict);
    EXPECT_THAT(opened.error().message, AllOf(HasSubstr(data_.string()), HasSubstr(says)));
  }

  const SampleFolder folder_;
  const fs::path data_ = folder_ / "data";
  const fs::path backup_ = folder_ / "backup";
  const Result<void> made_ = Register::create(data_, {std::string(kSampleOrigin)});
};

TEST_F(RegisterRollbackTest, ARestoredBackupIsRefusedAndTheNewerRegisterTaken) {
  file("before", 3);
  copy_database(data_, backup_);
  file("after", 2);
  copy_database(data_, folder_ / "newest");
  copy_database(backup_, data_);
  expect_refused("holds 3 leaves and its log has signed 5");
  expect_refused("gongshi-intake init --data NEW");
  copy_database(folder_ / "newest", data_);
  file("again", 1);
  expect_whole(data_);
}

// The office can still read what is there, and nothing is signed.
TEST_F(RegisterRollbackTest, ARestoredBackupCanBeReadAndNotWritten) {
  file("before", 2);
  copy_database(data_, backup_);
  file("after", 1);
  copy_database(backup_, data_);
  auto reg = Register::open(data_, {.read_when_behind = true}).value();
  const auto rows = reg.list(std::nullopt).value();
  ASSERT_EQ(rows.size(), 2U);
  expect_proven(reg, rows.front());
  EXPECT_TRUE(reg.checkpoint());
  for (const Error& refused :
       {reg.append(sample_objection("new")).error(),
        reg.append_event(rows[0].number, 0,
                         {.kind = EventKind::Replied,
                         .at = sample_instant(),
                         .actor = "张三",
                         .outcome = std::nullopt,
                         .text = "已答复"})
            .error(),
        reg.append_closing(rows[0].filed.notice, 2, "x", sample_instant()).error(),
        reg.probe_write(sample_instant()).error()}) {
    EXPECT_EQ(refused.kind, ErrorKind::Conflict);
    EXPECT_THAT(refused.message, HasSubstr("signs nothing more"));
  }
  EXPECT_EQ(reg.list(std::nullopt)->size(), 2U);
}

// Two copies went on by themselves; the one that was used last has the mark.
TEST_F(RegisterRollbackTest, ACopyThatWentOnByItselfIsRefused) {
  file("before", 3);
  fs::copy(data_, folder_ / "copy", fs::copy_options::recursive);
  {
    auto copy = Register::open(folder_ / "copy").value();
    for (const char* form : {"x", "y", "z"}) ASSERT_TRUE(copy.append(sample_objection(form)));
  }
  file("after", 2);
  copy_database(folder_ / "copy", data_);
  expect_refused("the first 5 leaves of the register are not those");
}

// Killed between the commit and the mark: what is stored counts, and the mark follows.
TEST_F(RegisterRollbackTest, AMarkThatLagsBehindCatchesUp) {
  file("before", 2);
  fs::copy_file(data_ / "log.high-water", folder_ / "lagging");
  file("after", 2);
  copy_database(data_, backup_);
  file("last", 1);
  fs::copy_file(folder_ / "lagging", data_ / "log.high-water",
                fs::copy_options::overwrite_existing);
  EXPECT_TRUE(Register::open(data_));
  copy_database(backup_, data_);
  expect_refused("holds 4 leaves and its log has signed 5");
}

TEST_F(RegisterRollbackTest, WithoutTheMarkNothingIsOpened) {
  file("before", 2);
  fs::remove(data_ / "log.high-water");
  const auto opened = Register::open(data_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, ErrorKind::NotFound);
  EXPECT_THAT(opened.error().message, HasSubstr("log.high-water is missing"));
}

// No head is handed out before the mark has it: neither by append() nor by anything that reads.
TEST_F(RegisterRollbackTest, NothingIsHandedOutAheadOfTheMark) {
  auto reg = Register::open(data_).value();
  const auto row = reg.append(sample_objection("a")).value();
  const auto marked = [&] {
    // The two places hold checkpoints as text; the newest size is the larger.
    std::ifstream in(data_ / "log.high-water", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    return bytes.find("\n" + std::to_string(reg.list(std::nullopt)->size()) + "\n") !=
           std::string::npos;
  };
  EXPECT_TRUE(marked());
  const std::array batch = {sample_objection("b"), sample_objection("c")};
  ASSERT_TRUE(reg.append_all(batch));
  EXPECT_TRUE(marked());
  // Another process's row, of which this one's mark does not know yet.
  file("d", 1);
  EXPECT_TRUE(reg.checkpoint());
  EXPECT_TRUE(marked());
  expect_proven(reg, row);
}

}  // namespace
}  // namespace gongshi
