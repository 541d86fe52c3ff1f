#include "generator/notice/folded_text.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(FoldedTextTest, OnlyWhatReadsIsLeft) {
  constexpr struct {
    const char* text;
    const char* folded;
  } kRows[] = {
      {"", ""},
      {"张三", "张三"},
      {" 张\u3000三\n", "张三"},
      {"ＬＩ　·李，２０１７", "li李2017"},
      {"2017-000001-B", "2017000001b"},
      {"２０１７年６月２２日（星期四）", "2017年6月22日星期四"},
      {"张\u200B三\uFEFF", "张三"},
      {"\u2F2D", "山"},
      {"\uF90A", "金"},
      {"e\u0301", "é"},
      {"𬱖", "𬱖"},
      {"……！？", ""},
      {"\xFF", ""},
  };
  for (const auto& [text, folded] : kRows) EXPECT_EQ(fold_letters(text), folded) << text;
}

}  // namespace
}  // namespace gongshi
