#include "generator/amend/front_matter_lines.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

struct Appended {
  const char* before;
  const char* after;  // null: no front matter
};

TEST(FrontMatterLinesTest, TablesGoBeforeTheSecondFence) {
  const Appended kTable[] = {
      {"+++\na = 1\n+++\nbody\n", "+++\na = 1\n\n[t]\nb = 2\n+++\nbody\n"},
      {"+++\na = 1\n\n+++\nbody", "+++\na = 1\n\n[t]\nb = 2\n+++\nbody"},
      {"+++\n+++\n+++\n", "+++\n\n[t]\nb = 2\n+++\n+++\n"},
      {"+++\na = 1  # note\n# last\n+++", "+++\na = 1  # note\n# last\n\n[t]\nb = 2\n+++"},
      {"+++\r\na = 1\r\n+++\r\nx\r\n", "+++\r\na = 1\r\n\r\n[t]\r\nb = 2\r\n+++\r\nx\r\n"},
      {"+++\na = '''\n +++\n'''\n+++\n", "+++\na = '''\n +++\n'''\n\n[t]\nb = 2\n+++\n"},
      {"", nullptr},
      {"body\n", nullptr},
      {"+++\na = 1\n", nullptr},
      {"\n+++\n+++\n", nullptr},
  };
  for (const Appended& row : kTable) {
    const auto after = append_to_front_matter(row.before, "[t]\nb = 2\n");
    EXPECT_EQ(after.value_or("none"), row.after == nullptr ? "none" : row.after);
  }
}

TEST(FrontMatterLinesTest, LinesGoBehindTheirLine) {
  EXPECT_EQ(insert_after("a\nb\n", 1, "x\n"), "a\nx\nb\n");
  EXPECT_EQ(insert_after("a\r\nb\r\n", 2, "x\ny\n"), "a\r\nb\r\nx\r\ny\r\n");
  EXPECT_EQ(insert_after("a\nb\n", 3, "x\n"), std::nullopt);
  EXPECT_EQ(insert_after("a\nb\n", 0, "x\n"), std::nullopt);
}

struct Set {
  const char* line;
  const char* after;  // null: not of that form
};

TEST(FrontMatterLinesTest, OneWordIsChanged) {
  const Set kTable[] = {
      {"suspended = false\n", "# why\nsuspended = true\n"},
      {"suspended=false # 以后再说\n", "# why\nsuspended=true # 以后再说\n"},
      {"suspended =   false\r\n", "# why\r\nsuspended =   true\r\n"},
      {"suspended = true\n", nullptr},
      {"suspended\n", nullptr},
      {"suspended =\nfalse\n", nullptr},
  };
  for (const Set& row : kTable) {
    const auto after = set_true(row.line, 1, "# why");
    EXPECT_EQ(after.value_or("none"), row.after == nullptr ? "none" : row.after) << row.line;
  }
  EXPECT_EQ(set_true("a = false\n", 2, "#"), std::nullopt);
}

}  // namespace
}  // namespace gongshi
