#include "generator/publish/known_files.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

bool is_backup(std::string_view name) { return name.ends_with('~'); }

class KnownFilesTest : public testing::Test {
 protected:
  KnownFilesTest() {
    fs::remove_all(root_);
    put("site.toml", "name");
    put("pages/about.md", "text");
  }
  ~KnownFilesTest() override { fs::remove_all(root_); }

  void put(const std::string& path, std::string_view bytes) const {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << bytes;
  }

  // With the digests that who reads the files knows, and so long after that all is settled.
  KnownFiles known() const {
    KnownFiles found = know_folder(root_, is_backup).value();
    for (KnownFile& file : found.files) {
      if (!S_ISREG(file.stamp.mode)) continue;
      std::ifstream in(root_ / file.path, std::ios::binary);
      file.digest = sha256(std::string(std::istreambuf_iterator<char>(in), {}));
    }
    found.looked_at += kCoarseTick + kTick;
    return found;
  }

  std::vector<std::string> changed(const KnownFiles& since) const {
    return differences(root_, since, is_backup).changed;
  }

  // Writes other bytes of the same length, and sets the time of the last write back.
  void overwrite_unseen(const std::string& path, std::string_view bytes) const {
    struct stat before {};
    ASSERT_EQ(stat((root_ / path).c_str(), &before), 0);
    put(path, bytes);
    const timespec times[] = {before.st_atim, before.st_mtim};
    ASSERT_EQ(utimensat(AT_FDCWD, (root_ / path).c_str(), times, 0), 0);
  }

  const fs::path root_ = fs::path(testing::TempDir()) / "gongshi_known_files" /
                         testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(KnownFilesTest, ListsFoldersAndFiles) {
  put("pages/about.md~", "backup");
  std::vector<std::string> paths;
  for (const KnownFile& file : known().files) paths.push_back(file.path);
  EXPECT_THAT(paths, ElementsAre("", "pages", "pages/about.md", "site.toml"));
}

TEST_F(KnownFilesTest, NothingChanged) {
  const Differences found = differences(root_, known(), is_backup);
  EXPECT_THAT(found.changed, IsEmpty());
  EXPECT_THAT(found.renewed, IsEmpty());
}

struct Change {
  const char* name;
  std::function<void(const fs::path&)> make;
  std::vector<std::string> seen;
};

void write_to(const fs::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

const std::vector<Change>& changes() {
  static const std::vector<Change> all = {
      {"other bytes", [](const fs::path& r) { write_to(r / "site.toml", "mane"); }, {"site.toml"}},
      {"more bytes", [](const fs::path& r) { write_to(r / "site.toml", "longer"); }, {"site.toml"}},
      {"a new file", [](const fs::path& r) { write_to(r / "pages/b.md", ""); }, {"pages"}},
      {"a new folder", [](const fs::path& r) { fs::create_directory(r / "x"); }, {""}},
      {"a file gone", [](const fs::path& r) { fs::remove(r / "site.toml"); }, {"", "site.toml"}},
      {"another name",
       [](const fs::path& r) { fs::rename(r / "pages/about.md", r / "pages/b.md"); },
       {"pages", "pages/about.md"}},
      {"a link instead",
       [](const fs::path& r) {
         fs::rename(r / "site.toml", r / "site~");
         fs::create_symlink("site~", r / "site.toml");
       },
       {"site.toml"}},
      {"a folder instead",
       [](const fs::path& r) {
         fs::remove(r / "site.toml");
         fs::create_directory(r / "site.toml");
       },
       {"site.toml"}},
      {"the folder gone",
       [](const fs::path& r) { fs::remove_all(r); },
       {"", "pages", "pages/about.md", "site.toml"}},
  };
  return all;
}

TEST_F(KnownFilesTest, SeesEveryChange) {
  for (const Change& change : changes()) {
    fs::remove_all(root_);
    put("site.toml", "name");
    put("pages/about.md", "text");
    const KnownFiles before = known();
    change.make(root_);
    EXPECT_EQ(changed(before), change.seen) << change.name;
  }
}

// What is saved again, moved to another disk or seen by other people is the same text.
TEST_F(KnownFilesTest, TheSameBytesUnderAnotherStampAreNoChange) {
  KnownFiles before = known();
  put("site.toml", "name");
  fs::permissions(root_ / "pages/about.md", fs::perms::owner_read);
  put("pages/about.md~", "backup");
  const Differences found = differences(root_, before, is_backup);
  EXPECT_THAT(found.changed, IsEmpty());
  EXPECT_THAT(found.renewed, SizeIs(3)) << "two files and the folder";
  renew_stamps(before, found);
  before.looked_at += kCoarseTick + kTick;
  EXPECT_THAT(differences(root_, before, is_backup).renewed, IsEmpty());
}

TEST_F(KnownFilesTest, WithoutADigestAnyOtherStampIsAChange) {
  KnownFiles before = known();
  before.find("site.toml")->digest = std::nullopt;
  put("site.toml", "name");
  EXPECT_THAT(changed(before), ElementsAre("site.toml"));
}

// The tick that git calls racy: the second write leaves the stamp of the first. Nobody can make a
// disk do that on request, so the stamp is copied.
TEST_F(KnownFilesTest, AWriteInTheSameTickIsSeen) {
  KnownFiles before = know_folder(root_, is_backup).value();
  before.find("site.toml")->digest = sha256("name");
  before.find("pages/about.md")->digest = sha256("text");
  overwrite_unseen("site.toml", "mane");
  const KnownFiles after = know_folder(root_, is_backup).value();
  for (std::size_t i = 0; i < before.files.size(); ++i)
    before.files[i].stamp = after.files[i].stamp;
  before.looked_at = before.find("site.toml")->stamp.changed_at;
  EXPECT_THAT(changed(before), ElementsAre("site.toml"));
  before.looked_at += kTick + kCoarseTick;
  EXPECT_THAT(changed(before), IsEmpty()) << "had it settled, such a write could not have been";
}

TEST_F(KnownFilesTest, TheTimeOfTheLastWriteSetBackIsSeen) {
  const KnownFiles before = known();
  overwrite_unseen("site.toml", "mane");
  EXPECT_THAT(changed(before), ElementsAre("site.toml"));
}

struct Age {
  FileTime changed_at;
  FileTime looked_at;
  bool is_settled;
};

TEST_F(KnownFilesTest, AStampSettlesAfterATick) {
  const FileTime fine = 1'500'000'000'123'456'789;
  const FileTime coarse = 1'500'000'000'000'000'000;
  const Age ages[] = {
      {fine, fine, false},
      {fine, fine + kTick, false},
      {fine, fine + kTick + 1, true},
      {fine, fine - 1, false},  // a clock that was set back
      {coarse, coarse + kTick + 1, false},
      {coarse, coarse + kCoarseTick, false},
      {coarse, coarse + kCoarseTick + 1, true},
  };
  for (const auto& [changed_at, looked_at, settled] : ages) {
    EXPECT_EQ(is_settled({.changed_at = changed_at}, looked_at), settled) << looked_at - changed_at;
  }
}

TEST_F(KnownFilesTest, WhatIsNeitherFileNorFolderIsNotKnown) {
  ASSERT_EQ(mkfifo((root_ / "pipe").c_str(), 0600), 0);
  EXPECT_FALSE(know_folder(root_, is_backup));
  EXPECT_FALSE(know_files(root_, {"pipe"}));
  EXPECT_FALSE(know_files(root_, {"pages"}));
  EXPECT_FALSE(know_files(root_, {"gone"}));
  EXPECT_FALSE(know_folder(root_ / "gone", is_backup));
  fs::remove(root_ / "pipe");
  fs::create_symlink("site.toml", root_ / "link");
  EXPECT_FALSE(know_folder(root_, is_backup));
}

TEST_F(KnownFilesTest, OnAnyNumberOfThreadsTheSameIsFound) {
  for (int i = 10; i < 30; ++i) put(std::to_string(i), "bytes");
  const KnownFiles all = known();
  for (const char* path : {"11", "17", "18", "29"}) put(path, "others");
  for (const int threads : {0, 1, 2, 3, 50}) {
    EXPECT_THAT(differences(root_, all, is_backup, threads).changed,
                ElementsAre("11", "17", "18", "29"))
        << threads;
  }
}

TEST_F(KnownFilesTest, WhatWasEditedTakesThePlaceOfWhatWas) {
  KnownFiles all = known();
  put("site.toml", "another name");
  const Differences found = differences(root_, all, is_backup);
  ASSERT_THAT(found.changed, ElementsAre("site.toml"));
  const auto edited = know_files(root_, found.changed, found.looked_at);
  ASSERT_TRUE(edited);
  renew_stamps(all, found);
  replace_files(all, *edited);
  EXPECT_EQ(all.find("site.toml")->digest, sha256("another name")) << "it is young";
  EXPECT_THAT(changed(all), IsEmpty());
}

TEST_F(KnownFilesTest, OnAnyNumberOfThreadsTheSameIsKnown) {
  std::vector<std::string> paths;
  for (int i = 10; i < 30; ++i) paths.push_back(std::to_string(i));
  for (const std::string& path : paths) put(path, path);
  const FileTime now = file_time_now();
  const auto known = know_files(root_, paths, now);
  ASSERT_TRUE(known);
  for (const int threads : {2, 3, 50}) EXPECT_EQ(know_files(root_, paths, now, threads), known);
  fs::remove(root_ / "29");
  for (const int threads : {1, 2, 50}) EXPECT_FALSE(know_files(root_, paths, now, threads));
}

TEST_F(KnownFilesTest, YoungFilesHaveTheirDigest) {
  const auto young = know_files(root_, {"site.toml", "pages/about.md"});
  ASSERT_TRUE(young);
  ASSERT_THAT(young->files, SizeIs(2));
  EXPECT_EQ(young->files[1].digest, sha256("name"));
  EXPECT_THAT(differences(root_, *young, is_backup).changed, IsEmpty());
}

}  // namespace
}  // namespace gongshi
