#include "generator/import/cell_repair.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(CellRepairTest, NumbersAndDatesAreMended) {
  const char* cases[][3] = {
      {"rank", " １ ", "1"},
      {"rank", "12", "12"},
      {"tenure_years", "１０ 年", "10"},
      {"headcount", "１２人", "12人"},
      {"window_since", "２０１８ 年\u30003 月", "2018年3月"},
      {"birth_month", "1979. 5", "1979.5"},
      {"work_since", "\n2001-07\t", "2001-07"},
  };
  for (const auto& [column, cell, expected] : cases) {
    EXPECT_EQ(repaired(column, cell), expected) << column;
  }
}

TEST(CellRepairTest, NamesAndWordsStayAsWritten) {
  for (const char* name : {"张 三", "欧阳　示例", "\U00020000", "买买提•示例", "１路",
                           "﨑\u3000"
                           "A"}) {
    EXPECT_EQ(repaired("name", name), name);
    EXPECT_EQ(repaired("post", std::string(" ") + name + "\u3000"), name);
  }
  EXPECT_EQ(repaired("name", " \u3000\n"), "");
}

TEST(CellRepairTest, OnlyWholeNumbersFitWhereTheProgramCounts) {
  for (const char* number : {"1", "9", "12", "99"}) {
    EXPECT_TRUE(fits_column("tenure_years", number)) << number;
    EXPECT_TRUE(fits_column("rank", number)) << number;
  }
  for (const char* text : {"", "0", "01", "1.5", "-1", "五", "3年零2个月", "1234567", "１"}) {
    EXPECT_FALSE(fits_column("tenure_years", text)) << text;
    EXPECT_FALSE(fits_column("rank", text)) << text;
  }
  EXPECT_TRUE(fits_column("name", "张三"));
}

}  // namespace
}  // namespace gongshi
