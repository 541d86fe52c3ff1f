#include "intake/seal/labelled_lines.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(LabelledLinesTest, TakesLinesInTheirOrderAlone) {
  LabelledLines lines("a key\nid: 1\nvalue: x y\n");
  EXPECT_FALSE(lines.take_line("another key"));
  EXPECT_TRUE(lines.take_line("a key"));
  EXPECT_EQ(lines.take("id"), "1");
  EXPECT_FALSE(lines.done());
  EXPECT_EQ(lines.take("value"), "x y");
  EXPECT_TRUE(lines.done());
}

TEST(LabelledLinesTest, AfterALineThatIsNotThereNothingIs) {
  for (const std::string_view text : {"value: x\nid: 1\n", "id:1\nvalue: x\n", "id: 1", ""}) {
    LabelledLines lines(text);
    EXPECT_EQ(lines.take("id"), "") << text;
    EXPECT_EQ(lines.take("value"), "") << text;
  }
}

TEST(LabelledLinesTest, BytesHaveOneLength) {
  EXPECT_TRUE(read_bytes<3>("AAAA"));
  EXPECT_FALSE(read_bytes<4>("AAAA"));
  EXPECT_FALSE(read_bytes<3>("AAA"));
}

}  // namespace
}  // namespace gongshi
