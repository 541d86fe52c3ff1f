#include "generator/scan/table_row.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace gongshi {
namespace {

std::vector<std::string> cells_at(std::string_view text, std::string_view line) {
  const std::size_t begin = text.find(line);
  SuspectLine suspect{.begin = begin, .end = std::min(text.find('\n', begin), text.size())};
  for (const char c : text.substr(0, begin)) suspect.number += c == '\n' ? 1 : 0;
  std::vector<std::string> cells;
  for (const Cell& cell : table_row_at(text, suspect).cells) {
    EXPECT_EQ(text.substr(cell.at, cell.text.size()), cell.text);
    cells.push_back(cell.text);
  }
  return cells;
}

using Cells = std::vector<std::string>;

TEST(TableRowTest, ALineCanBeARow) {
  EXPECT_EQ(cells_at("甲\t乙\t\t丙", "甲"), (Cells{"甲", "乙", "丙"}));
  EXPECT_EQ(cells_at("前文\n| 甲 | 乙 |\n|---|---|", "| 甲"), (Cells{"甲 ", "乙 "}));
  EXPECT_EQ(cells_at("甲,乙,丙\n1,,", "甲"), (Cells{"甲", "乙", "丙"}));
  EXPECT_EQ(cells_at("前文\n甲,乙\n1,2", "甲"), (Cells{"甲", "乙"}));
}

TEST(TableRowTest, SoCanARunOfLines) {
  EXPECT_EQ(cells_at("前文\n\n\t甲\n\t乙\n续\n\t丙\n\n后文", "续"), (Cells{"甲", "乙\n续", "丙"}));
}

TEST(TableRowTest, ProseAndBlankFormsAreNone) {
  EXPECT_EQ(cells_at("甲", "甲"), Cells{});
  EXPECT_EQ(cells_at("前文\n甲,乙,丙\n后文", "甲"), Cells{});
  EXPECT_EQ(cells_at("甲，乙,丙", "甲"), Cells{});
  EXPECT_EQ(cells_at("\t甲\n\t\n\t乙\n\t\n\t丙\n\t\n", "\t乙"), Cells{});
  EXPECT_EQ(cells_at("\t甲\n\t乙\n", "\t乙"), Cells{});
  EXPECT_EQ(cells_at("一\n二\n三\n四", "三"), Cells{});
}

}  // namespace
}  // namespace gongshi
