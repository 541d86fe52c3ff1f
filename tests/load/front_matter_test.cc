#include "generator/load/front_matter.h"

#include <gtest/gtest.h>

#include "tests/load/sample_content.h"

namespace gongshi {
namespace {

TEST(FrontMatterTest, SplitsTomlFromText) {
  struct Case {
    const char* text;
    const char* body;
  };
  const Case cases[] = {
      {"+++\na = 1\n+++\n正文\n", "正文\n"},
      {"+++\r\na = 1\r\n+++\r\n正文", "正文"},
      {"+++\na = 1\n+++", ""},
      {"+++\na = 1\n+++\n", ""},
      {"+++\na = 1\n+++\n+++\n", "+++\n"},
      {"+++\na = 1 # +++ \n+++\nx", "x"},
  };
  for (const Case& c : cases) {
    Diagnostics problems;
    auto parts = split_front_matter(c.text, "content/n.md", problems);
    ASSERT_TRUE(parts) << c.text;
    EXPECT_EQ(parts->table.integer("a"), 1) << c.text;
    EXPECT_EQ(parts->body, c.body) << c.text;
    EXPECT_TRUE(problems.empty()) << c.text;
  }
}

TEST(FrontMatterTest, SaysWhatIsMissing) {
  struct Case {
    const char* text;
    const char* problem;
  };
  const Case cases[] = {
      {"", "n.md:1:1 front-matter"},
      {"正文", "n.md:1:1 front-matter"},
      {"\n+++\na = 1\n+++\n", "n.md:1:1 front-matter"},
      {"++++\na = 1\n++++\n", "n.md:1:1 front-matter"},
      {" +++\na = 1\n+++\n", "n.md:1:1 front-matter"},
      {"---\na = 1\n---\n", "n.md:1:1 front-matter"},
      {"+++", "n.md:1:1 front-matter"},
      {"+++\na = 1\n", "n.md:1:1 front-matter"},
      {"+++\na = 1\n+++ \n", "n.md:1:1 front-matter"},
      {"+++\na = 1\nb = = 2\n+++\n", "n.md:3:5 toml-syntax"},
      {"+++\ntitle: x\n+++\n", "n.md:2:6 toml-syntax"},
  };
  for (const Case& c : cases) {
    Diagnostics problems;
    EXPECT_FALSE(split_front_matter(c.text, "content/n.md", problems)) << c.text;
    EXPECT_EQ(places_and_codes(problems), std::vector<std::string>{c.problem}) << c.text;
  }
}

}  // namespace
}  // namespace gongshi
