#include "generator/load/text_file.h"

#include <gtest/gtest.h>

#include "tests/load/sample_content.h"

namespace gongshi {
namespace {

using std::string_literals::operator""s;

SourceTree tree_of(const std::string& bytes) {
  SourceTree tree;
  tree.files["x.md"] = bytes;
  return tree;
}

TEST(TextFileTest, TextComesAsWrittenWithoutItsByteOrderMark) {
  const char* const texts[] = {"", "文\r\n\t𬱖", "e\u0301 \uF900 \u3000", "\u0085"};
  for (const char* text : texts) {
    for (const std::string& bytes : {std::string(text), "\uFEFF"s + text}) {
      const SourceTree tree = tree_of(bytes);
      Diagnostics problems;
      EXPECT_EQ(read_text(tree, "x.md", problems), text);
      EXPECT_TRUE(problems.empty());
    }
  }
}

TEST(TextFileTest, BytesThatAreNotTextAreRefusedAtTheirPlace) {
  struct Case {
    std::string bytes;
    const char* problem;
  };
  const Case cases[] = {
      {"\xD5\xC5\xC8\xFD"s, "x.md:1:1 invalid-utf8"},  // 张三 in GB18030
      {"张\n三\xFF"s, "x.md:2:2 invalid-utf8"},
      {"\uFEFF张\xE4\xB8"s, "x.md:1:2 invalid-utf8"},
      {"\xED\xA0\x80"s, "x.md:1:1 invalid-utf8"},
      {"张\0三"s, "x.md:1:2 control-character"},
      {"张\n\x1B[31m"s, "x.md:2:1 control-character"},
      {"\x7F"s, "x.md:1:1 control-character"},
  };
  for (const Case& c : cases) {
    const SourceTree tree = tree_of(c.bytes);
    Diagnostics problems;
    EXPECT_EQ(read_text(tree, "x.md", problems), std::nullopt) << c.problem;
    for (Diagnostic& problem : problems) problem.place.file.insert(0, "content/");
    EXPECT_EQ(places_and_codes(problems),
              std::vector<std::string>{"content/" + std::string(c.problem)});
  }
}

TEST(TextFileTest, AMissingFileIsAProblemOnlyWhenItIsRequired) {
  Diagnostics problems;
  EXPECT_EQ(read_text(SourceTree(), "x.md", problems), std::nullopt);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(read_required_text(SourceTree(), "x.md", "写上条件", problems), std::nullopt);
  EXPECT_EQ(to_text(problems.at(0)),
            "content/x.md:1:1: error[missing-file]: 没有这个文件；请新建它，写上条件");
  problems.clear();
  EXPECT_EQ(read_required_text(tree_of("\uFEFF \n\u3000"), "x.md", "写上条件", problems),
            std::nullopt);
  EXPECT_EQ(to_text(problems.at(0)),
            "content/x.md:1:1: error[empty-file]: 这个文件是空的；请写上条件");
}

}  // namespace
}  // namespace gongshi
