#include "generator/publish/site_folder.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <map>
#include <thread>
#include <vector>

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Key;
using testing::Pair;
using Files = std::map<std::string, std::string>;

class SiteFolderTest : public testing::Test {
 protected:
  SiteFolderTest() {
    fs::remove_all(root_);
    fs::create_directories(root_ / "content");
  }
  ~SiteFolderTest() override { fs::remove_all(root_); }

  Result<SiteFolder> open(const fs::path& folder) const {
    const fs::path sources[] = {root_ / "content"};
    return SiteFolder::open(folder, sources);
  }

  // One whole build: every file, and the manifest after them.
  Result<PublishCounts> publish(const Files& files) const {
    auto folder = open(out_);
    if (!folder) return tl::unexpected<Error>(folder.error());
    std::set<std::string> paths = {"publicity.json"};
    for (const auto& [path, bytes] : files) paths.insert(path);
    if (auto begun = folder->begin(paths); !begun) return tl::unexpected<Error>(begun.error());
    for (const auto& [path, bytes] : files) {
      if (auto done = folder->write(path, bytes); !done) return tl::unexpected<Error>(done.error());
    }
    return folder->finish("publicity.json", "{}");
  }

  // Everything in the output but the folder's own.
  Files published() const {
    Files files;
    for (const auto& entry : fs::recursive_directory_iterator(out_)) {
      const std::string path = entry.path().lexically_relative(out_).generic_string();
      if (entry.is_regular_file() && !path.starts_with(".gongshi")) files[path] = read(path);
    }
    return files;
  }

  std::string read(const std::string& path) const {
    std::ifstream file(out_ / path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  void put(const std::string& path, std::string_view bytes) const {
    fs::create_directories((out_ / path).parent_path());
    std::ofstream(out_ / path, std::ios::binary) << bytes;
  }

  const fs::path root_ = fs::path(testing::TempDir()) / "gongshi_publish" /
                         testing::UnitTest::GetInstance()->current_test_info()->name();
  const fs::path out_ = root_ / "public";
};

TEST_F(SiteFolderTest, WritesWhatIsNewAndLeavesWhatIsNot) {
  const auto first = publish({{"index.html", "a"}, {"notices/x/index.html", "b"}});
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_EQ(first->written, 3);
  const auto old_time = fs::file_time_type::clock::now() - std::chrono::hours(1);
  fs::last_write_time(out_ / "index.html", old_time);
  const auto second = publish({{"index.html", "a"}, {"notices/x/index.html", "c"}});
  EXPECT_EQ(second->written, 1);
  EXPECT_EQ(second->unchanged, 2);
  EXPECT_EQ(fs::last_write_time(out_ / "index.html"), old_time);
  EXPECT_THAT(published(), ElementsAre(Pair("index.html", "a"), Pair("notices/x/index.html", "c"),
                                       Pair("publicity.json", "{}")));
}

TEST_F(SiteFolderTest, RemovesWhatTheLastBuildMadeAndThisOneDoesNot) {
  ASSERT_TRUE(publish({{"index.html", "a"}, {"notices/x/result/index.html", "b"}}));
  const auto counts = publish({{"index.html", "a"}});
  EXPECT_EQ(counts->removed, 1);
  EXPECT_THAT(published(), ElementsAre(Key("index.html"), Key("publicity.json")));
  EXPECT_FALSE(fs::exists(out_ / "notices"));
}

TEST_F(SiteFolderTest, BuildsTheSameFilesAgain) {
  ASSERT_TRUE(publish({{"a", "1"}, {"b/c", "2"}}));
  auto folder = open(out_);
  ASSERT_TRUE(folder);
  folder->begin_again();
  ASSERT_TRUE(folder->write("a", "1"));
  ASSERT_TRUE(folder->write("b/c", "3"));
  const auto counts = folder->finish("publicity.json", "{}");
  ASSERT_TRUE(counts);
  EXPECT_EQ(counts->written, 1);
  EXPECT_EQ(counts->removed, 0);
  EXPECT_THAT(published(),
              ElementsAre(Pair("a", "1"), Pair("b/c", "3"), Pair("publicity.json", "{}")));
  const auto written = folder->written(0);
  ASSERT_TRUE(written);
  ASSERT_EQ(written->files.size(), 1U);
  EXPECT_EQ(written->files[0].path, "b/c");
  EXPECT_EQ(written->files[0].digest, sha256("3")) << "it is younger than that look";
}

TEST_F(SiteFolderTest, NeverTouchesFilesOfOthers) {
  ASSERT_TRUE(publish({{"index.html", "a"}, {"notices/x/index.html", "b"}}));
  put("notices/x/photo.jpg", "theirs");
  put("favicon.ico", "theirs");
  ASSERT_TRUE(publish({{"index.html", "a"}}));
  EXPECT_THAT(published(),
              ElementsAre(Pair("favicon.ico", "theirs"), Pair("index.html", "a"),
                          Pair("notices/x/photo.jpg", "theirs"), Key("publicity.json")));
  const auto counts = publish({{"index.html", "a"}, {"favicon.ico", "ours"}});
  ASSERT_FALSE(counts);
  EXPECT_EQ(counts.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(counts.error().message, HasSubstr("favicon.ico"));
  EXPECT_EQ(read("favicon.ico"), "theirs");
}

TEST_F(SiteFolderTest, FindsFilesOfOthersBesideFoldersThatAreNotThereYet) {
  ASSERT_TRUE(publish({{"index.html", "a"}}));
  put("b/x/theirs.html", "theirs");
  for (const char* ours : {"b/x/theirs.html", "b/x"}) {
    const auto counts =
        publish({{"a/1.html", ""}, {"a/2.html", ""}, {"b/c/1.html", ""}, {ours, ""}, {"c/1", ""}});
    ASSERT_FALSE(counts) << ours;
    EXPECT_EQ(counts.error().kind, ErrorKind::Conflict);
    EXPECT_THAT(counts.error().message, HasSubstr(ours));
  }
}

// It names files that are not public.
TEST_F(SiteFolderTest, OnlyTheOwnerReadsTheRecord) {
  ASSERT_TRUE(publish({{"index.html", "a"}}));
  EXPECT_FALSE(SiteFolder::record_in(out_));
  ASSERT_TRUE(open(out_)->keep_record("what was known"));
  EXPECT_EQ(SiteFolder::record_in(out_), "what was known");
  EXPECT_EQ(fs::status(out_ / ".gongshi/record").permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(SiteFolderTest, MendsAFileThatAHandChanged) {
  ASSERT_TRUE(publish({{"index.html", "a"}}));
  put("index.html", "b");
  EXPECT_EQ(publish({{"index.html", "a"}})->written, 1);
  EXPECT_EQ(read("index.html"), "a");
}

TEST_F(SiteFolderTest, ABuildThatDoesNotFinishChangesNothing) {
  ASSERT_TRUE(publish({{"index.html", "old"}, {"a.html", "old"}}));
  {
    auto folder = open(out_);
    ASSERT_TRUE(folder->begin({"index.html", "b.html", "publicity.json"}));
    ASSERT_TRUE(folder->write("index.html", "new"));
    ASSERT_TRUE(folder->write("b.html", "new"));
  }
  EXPECT_THAT(published(),
              ElementsAre(Pair("a.html", "old"), Pair("index.html", "old"), Key("publicity.json")));
  for (const auto& entry : fs::directory_iterator(out_ / ".gongshi")) {
    EXPECT_THAT(entry.path().filename().string(), testing::AnyOf("files", "lock"));
  }
}

// Moving is cut off at each file in turn, by a folder in its place; the next build leaves exactly
// its own files.
TEST_F(SiteFolderTest, ABuildThatWasCutOffLeavesNothingBehind) {
  const std::vector<std::string> half = {"a/1.html", "a/2.html", "b/3.html", "publicity.json"};
  for (const std::string& obstacle : half) {
    ASSERT_TRUE(publish({{"index.html", "old"}}));
    {
      auto folder = open(out_);
      ASSERT_TRUE(folder->begin({half.begin(), half.end()}));
      for (const std::string& path : half) {
        if (path == "publicity.json") continue;
        ASSERT_TRUE(folder->write(path, "half"));
      }
      fs::remove(out_ / obstacle);
      fs::create_directories(out_ / obstacle / "in the way");
      EXPECT_FALSE(folder->finish("publicity.json", "half"));
    }
    fs::remove_all(out_ / obstacle);
    put(".gongshi/new-7", "half a f");
    ASSERT_TRUE(publish({{"index.html", "new"}}));
    EXPECT_THAT(published(), ElementsAre(Pair("index.html", "new"), Pair("publicity.json", "{}")))
        << obstacle;
    EXPECT_FALSE(fs::exists(out_ / ".gongshi/new-7"));
  }
}

TEST_F(SiteFolderTest, TheManifestComesLast) {
  ASSERT_TRUE(publish({{"old.html", "a"}}));
  auto folder = open(out_);
  ASSERT_TRUE(folder->begin({"index.html", "publicity.json"}));
  ASSERT_TRUE(folder->write("index.html", "a"));
  fs::remove(out_ / "publicity.json");
  fs::create_directory(out_ / "publicity.json");  // so that writing it fails
  EXPECT_FALSE(folder->finish("publicity.json", "{}"));
  EXPECT_TRUE(fs::exists(out_ / "index.html"));
  EXPECT_FALSE(fs::exists(out_ / "old.html"));
}

TEST_F(SiteFolderTest, ManyThreadsMayWrite) {
  std::set<std::string> paths = {"publicity.json"};
  for (int i = 0; i < 400; ++i)
    paths.insert("p/" + std::to_string(i % 7) + "/" + std::to_string(i));
  auto folder = open(out_);
  ASSERT_TRUE(folder->begin(paths));
  const std::vector<std::string> list(paths.begin(), paths.end());
  {
    std::vector<std::jthread> threads;
    for (std::size_t t = 0; t < 4; ++t) {
      threads.emplace_back([&, t] {
        for (std::size_t i = t; i < list.size(); i += 4) {
          if (list[i] == "publicity.json") continue;
          EXPECT_TRUE(folder->write(list[i], list[i]));
        }
      });
    }
  }
  ASSERT_TRUE(folder->finish("publicity.json", "publicity.json"));
  for (const auto& [path, bytes] : published()) EXPECT_EQ(bytes, path);
  EXPECT_EQ(published().size(), paths.size());
}

TEST_F(SiteFolderTest, RefusesFoldersThatOverlapTheContent) {
  fs::create_directory_symlink(root_ / "content", root_ / "link");
  for (const char* folder : {"content", "content/", "content/public", "content/../content/x", ".",
                             "link", "link/deep/public"}) {
    const auto opened = open(root_ / folder);
    ASSERT_FALSE(opened) << folder;
    EXPECT_EQ(opened.error().kind, ErrorKind::Invalid) << opened.error().message;
  }
  EXPECT_TRUE(fs::is_empty(root_ / "content"));
  EXPECT_TRUE(open(root_ / "content2")) << "a common beginning of the name is no overlap";
}

TEST_F(SiteFolderTest, RefusesAFolderThatNoBuildMade) {
  put("thesis.doc", "theirs");
  const auto opened = open(out_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(published(), ElementsAre(Pair("thesis.doc", "theirs")));
  EXPECT_EQ(open(out_ / "thesis.doc").error().kind, ErrorKind::Invalid);
}

TEST_F(SiteFolderTest, RefusesASecondBuildAtTheSameTime) {
  const auto first = open(out_);
  ASSERT_TRUE(first);
  const auto second = open(out_);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, ErrorKind::Conflict);
}

TEST_F(SiteFolderTest, AListThatAHandWroteCannotReachOutside) {
  ASSERT_TRUE(publish({{"index.html", "a"}}));
  std::ofstream(root_ / "content/notice.md") << "theirs";
  put(".gongshi/files", "../content/notice.md\n" + (root_ / "content/notice.md").string() +
                            "\n\n..\n.\nindex.html\npublicity.json\n");
  ASSERT_TRUE(publish({{"index.html", "a"}}));
  EXPECT_TRUE(fs::exists(root_ / "content/notice.md"));
}

TEST_F(SiteFolderTest, AListThatCannotBeReadIsNotTakenForAnEmptyOne) {
  ASSERT_TRUE(publish({{"index.html", "a"}}));
  fs::remove(out_ / ".gongshi/files");
  fs::create_directory(out_ / ".gongshi/files");
  const auto folder = open(out_);
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().kind, ErrorKind::Unavailable);
  EXPECT_THAT(folder.error().message, HasSubstr(".gongshi/files"));
}

TEST_F(SiteFolderTest, NamesTheFileThatTheDiskRefused) {
  ASSERT_TRUE(publish({{"index.html", "a"}}));
  put("notices", "a file where a folder should be");
  auto folder = open(out_);
  ASSERT_TRUE(folder->begin({"notices/x/index.html", "publicity.json"}));
  ASSERT_TRUE(folder->write("notices/x/index.html", "b"));
  const auto finished = folder->finish("publicity.json", "{}");
  ASSERT_FALSE(finished);
  EXPECT_EQ(finished.error().kind, ErrorKind::Unavailable);
  EXPECT_THAT(finished.error().message, HasSubstr("notices/x/index.html"));
}

}  // namespace
}  // namespace gongshi
