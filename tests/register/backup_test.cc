// Backups and what comes after them, with the register in use as it is in an office.
#include "intake/register/backup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <string>

#include "intake/register/register.h"
#include "tests/register/file_size_limit.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  return names;
}

class BackupTest : public testing::Test {
 protected:
  void file(std::string_view name, int count) {
    for (int i = 0; i < count; ++i) {
      ASSERT_TRUE(register_->append(sample_objection(std::string(name) + std::to_string(i))));
    }
  }
  // The disk of the daemon is gone; the key was in a safe.
  fs::path new_machine() const {
    const fs::path folder = folder_ / "new machine";
    fs::create_directory(folder);
    fs::permissions(folder, fs::perms::owner_all);
    fs::copy_file(data_ / "log.key", folder / "log.key");
    return folder;
  }
  std::string checkpoint() const { return register_->checkpoint().value(); }

  const SampleFolder folder_;
  const fs::path data_ = folder_ / "data";
  const fs::path backup_ = folder_ / "backup";
  std::optional<Register> register_ = sample_register(data_);
};

TEST_F(BackupTest, HoldsTheRegisterOfOneMoment) {
  file("a", 3);
  fs::create_directory(data_ / "evidence");
  write(data_ / "evidence" / std::string(32, 'a'), "sealed");
  ASSERT_TRUE(back_up_register(data_, backup_));
  EXPECT_THAT(names_in(backup_),
              UnorderedElementsAre("register.db", "evidence", "checkpoint", "log.vkey"));
  EXPECT_EQ(bytes_of(backup_ / "checkpoint"), checkpoint());
  EXPECT_EQ(bytes_of(backup_ / "evidence" / std::string(32, 'a')), "sealed");
  struct stat status {};
  ASSERT_EQ(::stat(backup_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0700U);
  file("b", 1);  // the register goes on
}

// The drill: backup, more filings, restore, start.
TEST_F(BackupTest, WhatWasSignedAfterTheBackupForbidsToGoOnFromIt) {
  file("before", 3);
  ASSERT_TRUE(back_up_register(data_, backup_));
  file("after", 2);
  register_.reset();
  fs::create_directory(folder_ / "aside");
  for (const std::string& name : names_in(data_)) {
    if (name.starts_with("register.db")) fs::rename(data_ / name, folder_ / "aside" / name);
  }
  const auto restored = restore_register(backup_, data_, std::nullopt);
  ASSERT_FALSE(restored);
  EXPECT_EQ(restored.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(restored.error().message, HasSubstr("holds 3 leaves and its log has signed 5"));
  EXPECT_FALSE(Register::open(data_));
  EXPECT_EQ(Register::open(data_, {.read_when_behind = true})->list(std::nullopt)->size(), 3U);
}

TEST_F(BackupTest, ABackupOfTheLastMomentGoesOn) {
  file("a", 3);
  ASSERT_TRUE(back_up_register(data_, backup_));
  const fs::path there = new_machine();
  const auto restored = restore_register(backup_, there, bytes_of(backup_ / "checkpoint"));
  ASSERT_TRUE(restored) << restored.error().message;
  register_ = Register::open(there).value();
  EXPECT_EQ(register_->list(std::nullopt)->size(), 3U);
  file("b", 2);
  register_.reset();
  expect_whole(there);
}

// On a new machine nobody remembers what was signed, unless somebody brings it.
TEST_F(BackupTest, ANewMachineWantsTheNewestCheckpoint) {
  file("a", 3);
  ASSERT_TRUE(back_up_register(data_, backup_));
  file("b", 1);
  const fs::path there = new_machine();
  EXPECT_THAT(restore_register(backup_, there, std::nullopt).error().message,
              HasSubstr("give with --checkpoint"));
  EXPECT_FALSE(fs::exists(there / "register.db"));
  EXPECT_EQ(restore_register(backup_, there, "demo.example/objections\n3\nx\n").error().kind,
            ErrorKind::Invalid);
  // A citizen's receipt knows better than the backup.
  const auto restored = restore_register(backup_, there, checkpoint());
  ASSERT_FALSE(restored);
  EXPECT_THAT(restored.error().message, HasSubstr("holds 3 leaves and its log has signed 4"));
}

TEST_F(BackupTest, OverwritesNothing) {
  file("a", 1);
  ASSERT_TRUE(back_up_register(data_, backup_));
  EXPECT_EQ(back_up_register(data_, backup_).error().kind, ErrorKind::Conflict);
  const std::string before = bytes_of(backup_ / "register.db");
  EXPECT_EQ(bytes_of(backup_ / "register.db"), before);
  for (const char* name : {"register.db", "register.db-wal"}) {
    const fs::path there = folder_ / "occupied";
    fs::create_directory(there);
    write(there / name, "somebody's");
    const auto restored = restore_register(backup_, there, std::nullopt);
    ASSERT_FALSE(restored) << name;
    EXPECT_EQ(restored.error().kind, ErrorKind::Conflict);
    EXPECT_THAT(restored.error().message, HasSubstr(std::string(name) + " is there"));
    EXPECT_EQ(bytes_of(there / name), "somebody's");
    fs::remove_all(there);
  }
}

TEST_F(BackupTest, NeedsABackupAndAKey) {
  file("a", 1);
  EXPECT_THAT(restore_register(backup_, folder_ / "there", std::nullopt).error().message,
              HasSubstr("no register.db in"));
  ASSERT_TRUE(back_up_register(data_, backup_));
  EXPECT_THAT(restore_register(backup_, folder_ / "there", std::nullopt).error().message,
              HasSubstr("log.key is missing"));
  EXPECT_EQ(back_up_register(folder_ / "nowhere", folder_ / "b").error().kind, ErrorKind::NotFound);
}

TEST_F(BackupTest, ADamagedBackupIsNotTaken) {
  file("a", 200);
  ASSERT_TRUE(back_up_register(data_, backup_));
  std::string bytes = bytes_of(backup_ / "register.db");
  for (std::size_t at = 8192; at < bytes.size(); at += 4096) bytes[at] = '\x7F';
  write(backup_ / "register.db", bytes);
  const fs::path there = new_machine();
  const auto restored = restore_register(backup_, there, checkpoint());
  ASSERT_FALSE(restored);
  EXPECT_EQ(restored.error().kind, ErrorKind::Corrupt);
  EXPECT_FALSE(fs::exists(there / "register.db"));
}

TEST_F(BackupTest, AFullDiskLeavesNoHalfBackup) {
  file("a", 50);
  {
    const FileSizeLimit full(20'000);
    const auto made = back_up_register(data_, backup_);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, ErrorKind::Unavailable);
  }
  EXPECT_FALSE(fs::exists(backup_));
  EXPECT_TRUE(back_up_register(data_, backup_));
}

}  // namespace
}  // namespace gongshi
