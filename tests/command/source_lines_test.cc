#include "generator/command/source_lines.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

SourceTree tree() {
  SourceTree tree;
  tree.root = "my/content";
  tree.files["site.toml"] = "\uFEFF一\r\n\n三";
  tree.files["x.csv"] = "id,name\nzhang,\xD5\xC5\xC8\xFD\n";  // 张三 in GB18030
  tree.files["x.toml"] = "a = '\xD5\xC5'\n";
  return tree;
}

std::optional<std::string_view> line(SourceLines& lines, const std::string& file, int number) {
  return lines.line_of({.file = file, .line = number, .column = 1});
}

TEST(SourceLinesTest, FindsEachLineInAnyOrder) {
  const SourceTree sources = tree();
  SourceLines lines(sources);
  EXPECT_EQ(line(lines, "my/content/site.toml", 1), "一");
  EXPECT_EQ(line(lines, "my/content/site.toml", 1), "一");
  EXPECT_EQ(line(lines, "my/content/site.toml", 3), "三");
  EXPECT_EQ(line(lines, "my/content/x.toml", 2), "");
  EXPECT_EQ(line(lines, "my/content/site.toml", 2), "");
  EXPECT_EQ(line(lines, "my/content/site.toml", 1), "一");
}

TEST(SourceLinesTest, ATableOfExcelIsShownAsItWasRead) {
  const SourceTree sources = tree();
  SourceLines lines(sources);
  EXPECT_EQ(line(lines, "my/content/x.csv", 2), "zhang,张三");
  EXPECT_EQ(line(lines, "my/content/x.toml", 1), "a = '\xD5\xC5'");
}

TEST(SourceLinesTest, NothingForWhatIsNotThere) {
  const SourceTree sources = tree();
  SourceLines lines(sources);
  EXPECT_FALSE(line(lines, "my/content/site.toml", 0)) << "the file as a whole";
  EXPECT_FALSE(line(lines, "my/content/site.toml", 4));
  EXPECT_FALSE(line(lines, "my/content/site.toml", 99));
  EXPECT_FALSE(line(lines, "my/content/nowhere", 1));
  EXPECT_FALSE(line(lines, "content/site.toml", 1)) << "another root";
  EXPECT_FALSE(line(lines, "", 1));
  EXPECT_EQ(line(lines, "my/content/site.toml", 3), "三") << "and goes on";
}

}  // namespace
}  // namespace gongshi
