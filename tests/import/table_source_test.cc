#include "generator/import/table_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/scan/sample_documents.h"

namespace gongshi {
namespace {

std::vector<SheetRow> rows_of(std::string_view bytes) {
  const auto sheets = table_sheets("汇总表", bytes);
  EXPECT_TRUE(sheets) << sheets.error().message;
  return sheets && sheets->size() == 1 ? sheets->front().rows : std::vector<SheetRow>();
}

TEST(TableSourceTest, ACsvMayHaveTitlesAndAnyEncoding) {
  const std::string utf8 = "汇总表\r\n\r\n,,\r\n序号,姓名\r\n1,\"张\U00020000, 甲\"\r\n";
  const std::string gb18030 =
      "\xBB\xE3\xD7\xDC\xB1\xED\r\n\r\n,,\r\n\xD0\xF2\xBA\xC5,\xD0\xD5\xC3\xFB\r\n"
      "1,\"\xD5\xC5\x95\x32\x82\x36, \xBC\xD7\"\r\n";
  for (const std::string& bytes : {utf8, "\uFEFF" + utf8, gb18030}) {
    const auto rows = rows_of(bytes);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_THAT(rows[0].cells, testing::ElementsAre("汇总表"));
    EXPECT_EQ(rows[1].number, 4);
    EXPECT_THAT(rows[1].cells, testing::ElementsAre("序号", "姓名"));
    EXPECT_THAT(rows[2].cells, testing::ElementsAre("1", "张\U00020000, 甲"));
  }
}

TEST(TableSourceTest, AWorkbookIsToldByItsBytes) {
  const auto rows =
      rows_of(sample_xlsx({{"表", "", "<row r='3'><c r='B3' t='s'><v>0</v></c></row>"}}, {"姓名"}));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].number, 3);
  EXPECT_THAT(rows[0].cells, testing::ElementsAre("", "姓名"));
}

TEST(TableSourceTest, OtherBytesAreRefusedWithAWayOut) {
  const std::pair<std::string, std::string> cases[] = {
      {std::string("a\0b", 3), "既不是 Excel 工作簿"},
      {"%PDF-1.4\n\x80\x80\xFF", "既不是 Excel 工作簿"},
      {"姓名,职\xE5\x8A,性别,张三李四王五", "既不是 Excel 工作簿"},  // UTF-8 with a slip in it
      {"姓名,\"职务\n张三,科长\n", "第 1 行：这一格的双引号一直没有结束"},
      {"PK\x03\x04 and then nothing", "已损坏或者加了密码"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "加了密码的或者旧格式"},
      {sample_zip({{"a.txt", "x"}}), "里面没有工作表"},
      {sample_zip({{"xl/workbook.xml", "<x/>"}}, "secret"), "已损坏或者加了密码"},
  };
  for (const auto& [bytes, reason] : cases) {
    const auto sheets = table_sheets("甲.xlsx", bytes);
    ASSERT_FALSE(sheets) << reason;
    EXPECT_THAT(sheets.error().message, testing::HasSubstr("“甲.xlsx”"));
    EXPECT_THAT(sheets.error().message, testing::HasSubstr(reason));
  }
}

}  // namespace
}  // namespace gongshi
