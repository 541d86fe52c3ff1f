#include "generator/scan/laid_out_text.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(LaidOutTextTest, AParagraphInACellStaysInItsRow) {
  LaidOutText out;
  out.begin_row();
  for (const char* cell : {"甲", "乙"}) {
    out.begin_cell();
    out.begin_block();
    out.append(cell);
  }
  out.begin_row();
  out.append("丙");
  EXPECT_EQ(out.text(), "\t甲\t乙\n丙");
}

TEST(LaidOutTextTest, EmptyParagraphsMakeNoLines) {
  LaidOutText out;
  out.begin_block();
  out.begin_block();
  out.append("甲");
  out.begin_block();
  out.begin_block();
  out.append("乙");
  out.line_break();
  EXPECT_EQ(out.text(), "甲\n乙\n");
}

}  // namespace
}  // namespace gongshi
