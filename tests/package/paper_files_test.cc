#include "intake/package/paper_files.h"

#include <gmock/gmock.h>

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(PaperFilesTest, ANameUnpacksBelowItsFolderOnOneLine) {
  for (const char* name : {"a", "公示情况报告.html", "公示原件/notices/x/index.html", "a b",
                           "𬱖.md", "..a", ".hidden", "a..b/c"}) {
    EXPECT_TRUE(is_paper_name(name)) << name;
  }
  for (const char* name : {"", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "./a", "a\\b", "a\nb",
                           "a\rb", "a\tb", "a\x7f", "\xff", "a/.."}) {
    EXPECT_FALSE(is_paper_name(name)) << name;
  }
}

const PaperFiles kFiles = {{"b.txt", "two"}, {"一/甲.txt", "one"}, {"empty", ""}};

TEST(PaperFilesTest, TheListIsThatOfSha256sum) {
  EXPECT_EQ(hash_list({{"empty", ""}, {"名", "abc"}}),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  empty\n"
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  名\n");
}

TEST(PaperFilesTest, FilesAsListedDiffNowhere) {
  EXPECT_THAT(compare_with_hash_list(kFiles, hash_list(kFiles)), IsEmpty());
  EXPECT_THAT(compare_with_hash_list({}, ""), IsEmpty());
}

TEST(PaperFilesTest, EachDifferenceIsNamed) {
  PaperFiles files = kFiles;
  files["b.txt"] = "tw0";
  files.erase("empty");
  files["new"] = "";
  EXPECT_THAT(compare_with_hash_list(files, hash_list(kFiles)),
              ElementsAre(HasSubstr("“b.txt”与清单里的摘要不一致"),
                          HasSubstr("缺少清单里列出的“empty”"), HasSubstr("“new”不在清单里")));
}

TEST(PaperFilesTest, OneSpellingOfAList) {
  const std::string list = hash_list(kFiles);
  const std::string first = list.substr(0, list.find('\n') + 1);
  std::string upper = list;
  upper[0] = upper[0] == 'a' ? 'A' : 'F';
  for (const std::string& other :
       {list.substr(0, list.size() - 1), list + "\n", list + first, first + list, list + "x\n",
        "\xEF\xBB\xBF" + list, list.substr(0, 64) + " *" + list.substr(66), upper}) {
    EXPECT_THAT(compare_with_hash_list(kFiles, other), testing::Not(IsEmpty())) << other;
  }
}

}  // namespace
}  // namespace gongshi
