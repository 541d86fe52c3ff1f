#include "generator/load/source_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp is POSIX, not C++

#include <fstream>

#include "tests/load/sample_content.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
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
