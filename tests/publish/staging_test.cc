#include "generator/publish/staging.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace gongshi {
namespace {

namespace fs = std::filesystem;

class StagingTest : public testing::Test {
 protected:
  StagingTest() { fs::create_directories(site_); }
  ~StagingTest() override { fs::remove_all(root_); }

  std::string read(const std::string& path) const {
    std::ifstream file(site_ / path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  static ino_t inode_of(const fs::path& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
  }

  const fs::path root_ = fs::path(testing::TempDir()) / "gongshi_staging" /
                         testing::UnitTest::GetInstance()->current_test_info()->name();
  const fs::path site_ = root_ / "public";
  const fs::path waiting_ = site_ / ".gongshi" / "new";
  const Staging staging_{waiting_, site_};
};

TEST_F(StagingTest, NothingIsInItsPlaceBeforeItIsMoved) {
  ASSERT_TRUE(staging_.put("a/b/c.html", "c"));
  ASSERT_TRUE(staging_.put("index.html", ""));
  EXPECT_FALSE(fs::exists(site_ / "a"));
  ASSERT_TRUE(staging_.move({"a/b/c.html", "index.html"}, ""));
  EXPECT_EQ(read("a/b/c.html"), "c");
  EXPECT_TRUE(fs::exists(site_ / "index.html"));
}

TEST_F(StagingTest, AFolderThatIsNewIsMovedAsAWhole) {
  ASSERT_TRUE(staging_.put("a/b/1.html", "1"));
  ASSERT_TRUE(staging_.put("a/2.html", "2"));
  const ino_t folder = inode_of(waiting_ / "a");
  ASSERT_TRUE(staging_.move({"a/b/1.html", "a/2.html"}, ""));
  EXPECT_EQ(inode_of(site_ / "a"), folder);
  EXPECT_EQ(read("a/b/1.html") + read("a/2.html"), "12");
}

TEST_F(StagingTest, FilesJoinThoseThatAreThere) {
  for (const char* path : {"a/b/1.html", "a/3.html"}) ASSERT_TRUE(staging_.put(path, "old"));
  ASSERT_TRUE(staging_.move({"a/b/1.html", "a/3.html"}, ""));
  const std::set<std::string> paths = {"a/b/1.html", "a/b/2.html", "a/c/d/4.html", "a/c.html"};
  for (const std::string& path : paths) ASSERT_TRUE(staging_.put(path, path));
  ASSERT_TRUE(staging_.move(paths, ""));
  for (const std::string& path : paths) EXPECT_EQ(read(path), path);
  EXPECT_EQ(read("a/3.html"), "old");
}

TEST_F(StagingTest, TheLastIsLeftAndItsFolderWithIt) {
  for (const char* path : {"a/1", "a/last", "b/2"}) ASSERT_TRUE(staging_.put(path, path));
  ASSERT_TRUE(staging_.move({"a/1", "a/last", "b/2"}, "a/last"));
  EXPECT_EQ(read("a/1") + read("b/2"), "a/1b/2");
  EXPECT_FALSE(fs::exists(site_ / "a/last"));
  ASSERT_TRUE(staging_.move({"a/last"}, ""));
  EXPECT_EQ(read("a/last"), "a/last");
}

TEST_F(StagingTest, NamesLikeEachOtherAreTwoFiles) {
  for (const char* path : {"a.html", "a.html.gz"}) ASSERT_TRUE(staging_.put(path, path));
  ASSERT_TRUE(staging_.move({"a.html", "a.html.gz"}, ""));
  EXPECT_EQ(read("a.html.gz"), "a.html.gz");
}

TEST_F(StagingTest, SaysWhichFileIsInTheWay) {
  ASSERT_TRUE(staging_.put("a/1", "1"));
  std::ofstream(site_ / "a") << "a file where a folder should be";
  const auto moved = staging_.move({"a/1"}, "");
  ASSERT_FALSE(moved);
  EXPECT_EQ(moved.error().kind, ErrorKind::Unavailable);
  EXPECT_THAT(moved.error().message, testing::HasSubstr((site_ / "a/1").string()));
  ASSERT_TRUE(staging_.put("b", "x"));
  EXPECT_FALSE(staging_.put("b", "y")) << "nothing waits twice";
}

TEST_F(StagingTest, SweepsWhatWaits) {
  ASSERT_TRUE(staging_.put("a/1", "1"));
  EXPECT_FALSE(staging_.sweep());
  EXPECT_FALSE(fs::exists(waiting_));
  EXPECT_FALSE(staging_.sweep());
  ASSERT_TRUE(staging_.put("b/2", "2"));
  ASSERT_TRUE(staging_.move({"b/2"}, ""));
  EXPECT_EQ(read("b/2"), "2");
  EXPECT_FALSE(fs::exists(site_ / "a"));
}

TEST_F(StagingTest, ManyThreadsMakeTheSameFoldersOnce) {
  std::set<std::string> paths;
  for (int i = 0; i < 200; ++i) {
    paths.insert("a/b/" + std::to_string(i % 20) + "/c/" + std::to_string(i));
  }
  std::atomic<int> refused{0};
  {
    std::vector<std::jthread> threads;
    for (std::size_t first = 0; first < 8; ++first) {
      threads.emplace_back([&, first] {
        std::size_t place = 0;
        for (const std::string& path : paths) {
          if (place++ % 8 == first && !staging_.put(path, "x")) ++refused;
        }
      });
    }
  }
  EXPECT_EQ(refused, 0);
  ASSERT_TRUE(staging_.move(paths, ""));
  for (const std::string& path : paths) EXPECT_EQ(read(path), "x");
}

TEST_F(StagingTest, SaysWhyAFileCannotBePut) {
  std::ofstream(waiting_.parent_path()) << "a file where the folder should be";
  const auto put = staging_.put("a/1", "1");
  ASSERT_FALSE(put);
  EXPECT_EQ(put.error().kind, ErrorKind::Unavailable);
  EXPECT_THAT(put.error().message, testing::HasSubstr((waiting_ / "a/1").string()));
  EXPECT_THAT(put.error().message, testing::HasSubstr("Not a directory"));
}

}  // namespace
}  // namespace gongshi
