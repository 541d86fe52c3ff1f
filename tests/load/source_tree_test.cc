#include "generator/load/source_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp is POSIX, not C++
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "tests/load/sample_content.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::EndsWith;
using testing::Pair;

// A folder "content" in a folder of its own.
class SourceTreeTest : public testing::Test {
 protected:
  SourceTreeTest() {
    std::string name = testing::TempDir() + "tree-XXXXXX";
    const char* made = mkdtemp(name.data());
    if (made == nullptr) throw std::runtime_error("no temporary folder");
    home_ = made;
    fs::create_directory(content());
  }
  ~SourceTreeTest() override { fs::remove_all(home_); }

  fs::path content() const { return home_ / "content"; }

  void write(const std::string& path, const std::string& bytes) const {
    fs::create_directories((content() / path).parent_path());
    std::ofstream(content() / path, std::ios::binary) << bytes;
  }

  fs::path home_;
};

TEST_F(SourceTreeTest, ReadsBytesAsTheyStand) {
  const std::string bytes("a\r\n\0\xFF", 5);
  write("site.toml", bytes);
  write("campaigns/x/deeds/y.md", "");
  Diagnostics problems;
  const auto tree = read_source_tree(content(), problems);
  ASSERT_TRUE(tree);
  EXPECT_THAT(tree->files,
              ElementsAre(Pair("campaigns/x/deeds/y.md", ""), Pair("site.toml", bytes)));
  EXPECT_EQ(tree->shown("site.toml"), content().string() + "/site.toml");
  EXPECT_TRUE(problems.empty());
}

TEST_F(SourceTreeTest, OfSomeCampaignsTheOthersAreLeftOut) {
  for (const char* path : {"site.toml", "pages/a.md", "campaigns/x/campaign.toml",
                           "campaigns/x/deeds/y.md", "campaigns/xy/campaign.toml"}) {
    write(path, "");
  }
  fs::create_directory_symlink("x", content() / "campaigns/link");
  Diagnostics problems;
  const auto tree = read_source_tree_of(content(), {"x", "gone"}, problems);
  ASSERT_TRUE(tree);
  EXPECT_THAT(tree->files,
              ElementsAre(Pair("campaigns/x/campaign.toml", ""), Pair("campaigns/x/deeds/y.md", ""),
                          Pair("pages/a.md", ""), Pair("site.toml", "")));
  EXPECT_TRUE(problems.empty()) << "what is not looked at is no problem";
}

TEST_F(SourceTreeTest, LeftOversOfEditorsAreNotContent) {
  for (const char* name : {".git/config", ".site.toml.swp", "site.toml~", "#site.toml#", "a.bak"}) {
    write(name, "x");
  }
  Diagnostics problems;
  EXPECT_TRUE(read_source_tree(content(), problems)->files.empty());
  EXPECT_TRUE(problems.empty());
}

TEST_F(SourceTreeTest, WhatCannotBeReadIsAProblemAndTheRestIsRead) {
  write("site.toml", "x");
  write("large.md", "");
  fs::resize_file(content() / "large.md", kSourceFileBytesMax + 1);
  write("full.md", "");
  fs::resize_file(content() / "full.md", kSourceFileBytesMax);
  const std::string folder = "campaigns/x/notices/n/attachments/";
  write(folder + "full.pdf", "");
  fs::resize_file(content() / (folder + "full.pdf"), kAttachmentBytesMax);
  write(folder + "large.pdf", "");
  fs::resize_file(content() / (folder + "large.pdf"), kAttachmentBytesMax + 1);
  fs::create_symlink(content() / "site.toml", content() / "link.toml");
  fs::create_directory_symlink(content(), content() / "circle");
  Diagnostics problems;
  const auto tree = read_source_tree(content(), problems);
  EXPECT_EQ(tree->files.size(), 3U);
  sort_diagnostics(problems);
  ASSERT_EQ(problems.size(), 4U);
  EXPECT_EQ(problems[0].code, "file-too-large");
  EXPECT_EQ(problems[0].place.file, content().string() + "/" + folder + "large.pdf");
  EXPECT_EQ(problems[1].place.file, content().string() + "/circle");
  EXPECT_EQ(problems[1].code, "symbolic-link");
  EXPECT_EQ(problems[2].code, "file-too-large");
  EXPECT_EQ(problems[3].code, "symbolic-link");
}

TEST_F(SourceTreeTest, PipesSocketsAndDevicesAreRefusedWithoutWaiting) {
  write("site.toml", "x");
  ASSERT_EQ(mkfifo((content() / "pipe.md").c_str(), 0600), 0);
  const int listener = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
  const std::string name = (content() / "socket.md").string();
  ASSERT_LT(name.size(), sizeof address.sun_path);
  name.copy(address.sun_path, name.size());
  ASSERT_EQ(bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  Diagnostics problems;
  const auto tree = read_source_tree(content(), problems);
  close(listener);
  EXPECT_EQ(tree->files.size(), 1U);
  EXPECT_THAT(places_and_codes(problems), testing::Each(testing::EndsWith(" special-file")));
  EXPECT_EQ(problems.size(), 2U);
}

TEST_F(SourceTreeTest, AFolderThatIsTooDeepIsLeftOut) {
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "d/";
  write("a/b/c.md", "x");
  write(deep + "x.md", "x");
  Diagnostics problems;
  EXPECT_EQ(read_source_tree(content(), problems)->files.size(), 1U);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code, "folder-too-deep");
  EXPECT_EQ(std::ranges::count(problems[0].place.file.substr(content().string().size() + 1), '/'),
            kFolderDepthMax + 1);
}

// The superuser may read everything, so the test gives up that right for a moment.
TEST_F(SourceTreeTest, WhatMayNotBeReadIsAProblem) {
  write("site.toml", "x");
  write("locked.md", "x");
  write("closed/x.md", "x");
  fs::permissions(home_, fs::perms{0755});
  fs::permissions(content() / "locked.md", fs::perms::none);
  fs::permissions(content() / "closed", fs::perms::none);
  const uid_t user = geteuid();
  ASSERT_EQ(seteuid(user == 0 ? 65534 : user), 0);
  Diagnostics problems;
  const auto tree = read_source_tree(content(), problems);
  ASSERT_EQ(seteuid(user), 0);
  fs::permissions(content() / "closed", fs::perms::owner_all);
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->files.size(), 1U);
  EXPECT_THAT(places_and_codes(problems), testing::Each(testing::EndsWith(" unreadable-file")));
  EXPECT_EQ(problems.size(), 2U);
}

TEST_F(SourceTreeTest, ReadingManyAtOnceMixesNothingUp) {
  for (int i = 0; i < 200; ++i) {
    const std::string number = std::to_string(i);
    write("campaigns/" + std::to_string(i % 7) + "/deeds/" + number + ".md", number);
    if (i % 20 == 0) fs::create_symlink("nowhere", content() / ("link" + number));
  }
  Diagnostics problems;
  const auto tree = read_source_tree(content(), problems);
  EXPECT_EQ(tree->files.size(), 200U);
  for (const auto& [path, bytes] : tree->files) EXPECT_THAT(path, EndsWith("/" + bytes + ".md"));
  EXPECT_EQ(problems.size(), 10U);
  for (const Diagnostic& problem : problems) EXPECT_EQ(problem.code, "symbolic-link");
}

TEST_F(SourceTreeTest, BelowAFolderAreItsFilesAlone) {
  SourceTree tree;
  for (const char* path : {"a", "a!/x", "a/", "a/b/c", "a/z", "a0", "b/x"}) tree.files[path] = "";
  std::vector<std::string> found;
  for (const auto& [path, bytes] : tree.below("a/")) found.push_back(path);
  EXPECT_THAT(found, ElementsAre("a/", "a/b/c", "a/z"));
  EXPECT_TRUE(tree.below("nowhere/").empty());
  EXPECT_TRUE(SourceTree().below("a/").empty());
}

TEST_F(SourceTreeTest, TheRootMustBeAFolder) {
  write("site.toml", "x");
  Diagnostics problems;
  const fs::path wrong[] = {content() / "nowhere", content() / "site.toml", ""};
  for (const fs::path& root : wrong) {
    const auto tree = read_source_tree(root, problems);
    ASSERT_FALSE(tree) << root;
    EXPECT_EQ(tree.error().kind, ErrorKind::NotFound);
  }
}

}  // namespace
}  // namespace gongshi
