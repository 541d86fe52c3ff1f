#include "generator/scan/workbook_sheets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/scan/sample_documents.h"

namespace gongshi {
namespace {

std::vector<WorkbookSheet> sheets_in(const std::string& xlsx) {
  const auto sheets = workbook_sheets("a.xlsx", xlsx);
  EXPECT_TRUE(sheets) << sheets.error().message;
  return sheets.value_or(std::vector<WorkbookSheet>());
}

TEST(WorkbookSheetsTest, RowsAreAsTheirReaderSeesThem) {
  const auto sheets = sheets_in(sample_xlsx(
      {{"名单", "",
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'/><c r='C1'/></row>"  // merged: A1:C1
        "<row r='2'><c r='A2'/></row>"
        "<row r='4'><c r='A4'><v>1</v></c><c r='C4' t='inlineStr'><is><t>张</t><t>三</t></is></c>"
        "<c r='D4' t='e'><v>#REF!</v></c><c r='E4' t='str'><f>A4&amp;\"x\"</f><v>1x</v></c></row>"},
       {"旧", "hidden", "<row><c t='s'><v>9</v></c><c><v>1.3800138E+10</v></c></row>"}},
      {"标题"}));
  ASSERT_EQ(sheets.size(), 2U);
  EXPECT_EQ(sheets[0].name, "名单");
  EXPECT_FALSE(sheets[0].hidden);
  ASSERT_EQ(sheets[0].rows.size(), 2U);
  EXPECT_THAT(sheets[0].rows[0].cells, testing::ElementsAre("标题", "", ""));
  EXPECT_EQ(sheets[0].rows[1].number, 4);
  EXPECT_THAT(sheets[0].rows[1].cells, testing::ElementsAre("1", "", "张三", "", "1x"));
  EXPECT_TRUE(sheets[1].hidden);
  EXPECT_THAT(sheets[1].rows[0].cells, testing::ElementsAre("", "13800138000"));
}

// Read aloud, 王 is wáng: the guide above the name is not part of it.
TEST(WorkbookSheetsTest, APhoneticGuideIsNotPartOfAName) {
  const auto sheets =
      sheets_in(sample_xlsx({{"名单", "",
                              "<row><c t='s'><v>0</v></c><c "
                              "t='inlineStr'><is><t>李</t><rPh><t>lǐ</t></rPh></is></c></row>"}},
                            {"王</t><rPh sb='0' eb='1'><t>wáng</t></rPh><t>五"}));
  EXPECT_THAT(sheets.at(0).rows.at(0).cells, testing::ElementsAre("王五", "李"));
}

TEST(WorkbookSheetsTest, DaysAreShownAsDays) {
  const auto sheets = sheets_in(sample_xlsx(
      {{"名单", "",
        "<row><c s='0'><v>43160</v></c><c s='1'><v>43160</v></c><c s='2'><v>43160</v></c></row>"}},
      {},
      {{"xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId='176' "
        "formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/>"
        "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
        "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf "
        "numFmtId='176'/></cellXfs></styleSheet>"}}));
  EXPECT_THAT(sheets.at(0).rows.at(0).cells,
              testing::ElementsAre("43160", "2018-03-01", "2018-03"));
}

// A cell far to the right, and a text shown a million times, must not fill the memory.
TEST(WorkbookSheetsTest, ASmallFileCannotBecomeALargeTable) {
  const auto wide = sheets_in(sample_xlsx({{"a", "", "<row><c r='XFD1'><v>1</v></c></row>"}}, {}));
  EXPECT_TRUE(wide.at(0).rows.empty());
  std::string cells;
  for (int i = 0; i < 100; ++i) cells += "<row><c t='s'><v>0</v></c></row>";
  const auto bomb =
      workbook_sheets("a.xlsx", sample_xlsx({{"a", "", cells}}, {std::string(1 << 20, 'x')}));
  ASSERT_FALSE(bomb);
  EXPECT_THAT(bomb.error().message, testing::HasSubstr("展开后过大"));
}

}  // namespace
}  // namespace gongshi
