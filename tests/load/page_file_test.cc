#include "generator/load/page_file.h"

#include <gtest/gtest.h>

#include "tests/load/sample_content.h"

namespace gongshi {
namespace {

TEST(PageFileTest, TheFirstLineIsTheTitle) {
  struct Case {
    const char* text;
    const char* title;
    const char* body;
  };
  const Case cases[] = {
      {"# 关于\n正文\n", "关于", "正文\n"},   {"# 关于\r\n正文\r\n", "关于", "正文\r\n"},
      {"\uFEFF# 关于\n", "关于", ""},         {"#  关于  ", "关于", ""},
      {"# 关于 # 本站\n", "关于 # 本站", ""},
  };
  for (const Case& c : cases) {
    SourceTree tree;
    tree.files["pages/x.md"] = c.text;
    Diagnostics problems;
    const auto page = load_page(tree, "x", problems);
    ASSERT_TRUE(page);
    EXPECT_EQ(page->title, c.title) << c.text;
    EXPECT_EQ(page->body, c.body) << c.text;
    EXPECT_TRUE(problems.empty()) << c.text;
  }
}

TEST(PageFileTest, APageWithoutATitleSaysSo) {
  for (const char* text : {"", "正文", "#关于", "## 关于", "# ", "\n# 关于"}) {
    SourceTree tree;
    tree.files["pages/x.md"] = text;
    Diagnostics problems;
    const auto page = load_page(tree, "x", problems);
    ASSERT_TRUE(page);
    EXPECT_EQ(page->body, text);
    EXPECT_EQ(places_and_codes(problems), std::vector<std::string>{"pages/x.md:1:1 page-title"});
  }
}

}  // namespace
}  // namespace gongshi
