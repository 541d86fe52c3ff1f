#include "generator/import/summary_header.h"

#include <gtest/gtest.h>

#include "generator/load/candidate_columns.h"

namespace gongshi {
namespace {

TEST(SummaryHeaderTest, BlanksLineEndsAndBracketsDoNotMatter) {
  EXPECT_EQ(plain_header("政治\n面貌"), "政治面貌");
  EXPECT_EQ(plain_header(" 窗口负责人 姓名\u3000"), "窗口负责人姓名");
  EXPECT_EQ(plain_header("姓\u3000\u3000名"), "姓名");
  EXPECT_EQ(plain_header("集体人数（人）"), "集体人数");
  EXPECT_EQ(plain_header(""), "");
}

TEST(SummaryHeaderTest, EachKindOfTableHasItsMeanings) {
  const struct {
    const char* header;
    AwardKind kind;
    const char* column;
  } cases[] = {
      {"序号", AwardKind::Collective, "rank"},
      {"先进集体名称", AwardKind::Collective, "name"},
      {"窗口名称", AwardKind::Collective, "name"},
      {"集体负责人姓名及职务", AwardKind::Collective, "head"},
      {"集体所属单位名称", AwardKind::Collective, "affiliation"},
      {"窗口级别", AwardKind::Collective, "level"},
      {"单位名称", AwardKind::Collective, "name"},
      {"单位名称", AwardKind::Individual, "unit"},
      {"姓名", AwardKind::Individual, "name"},
      {"行政级别", AwardKind::Individual, "level"},
      {"单位性质", AwardKind::Individual, "nature"},
      {"学历学位", AwardKind::Individual, "education"},
      {"到窗口工作时间", AwardKind::Individual, "window_since"},
      {"在窗口工作年限", AwardKind::Individual, "tenure_years"},
      {"性别", AwardKind::Individual, "gender"},
  };
  for (const auto& c : cases) {
    const HeaderMeaning meaning = meaning_of(c.header, c.kind);
    EXPECT_EQ(meaning.kind, HeaderKind::Column) << c.header;
    EXPECT_EQ(meaning.column, c.column) << c.header;
    EXPECT_NE(find_candidate_column(meaning.column), nullptr) << c.header;
  }
}

TEST(SummaryHeaderTest, WhatMustNotBePublicIsDropped) {
  for (const char* header : {"身份证号", "联系电话", "通信地址", "邮编", "联系人及电话",
                             "窗口负责人联系电话", "户籍地", "手机号码", "电子邮箱"}) {
    for (const AwardKind kind : {AwardKind::Collective, AwardKind::Individual}) {
      EXPECT_EQ(meaning_of(header, kind).kind, HeaderKind::Dropped) << header;
    }
  }
}

TEST(SummaryHeaderTest, OthersAreUnknown) {
  // The campaign and the program give ids, awards and who is a reserve; a table does not.
  for (const char* header : {"", "星座", "编号", "拟授予称号", "差额情况", "姓名张三"}) {
    EXPECT_EQ(meaning_of(header, AwardKind::Individual).kind, HeaderKind::Unknown) << header;
  }
  EXPECT_EQ(meaning_of("姓名", AwardKind::Collective).kind, HeaderKind::Unknown);
}

}  // namespace
}  // namespace gongshi
