#include "generator/scan/workbook_dates.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(WorkbookDatesTest, AFormatSaysWhatItShows) {
  EXPECT_EQ(format_of("yyyy/m/d"), CellFormat::Day);
  EXPECT_EQ(format_of("yyyy\"年\"m\"月\"d\"日\";@"), CellFormat::Day);
  EXPECT_EQ(format_of("yyyy\"年\"m\"月\";@"), CellFormat::Month);
  EXPECT_EQ(format_of("[$-804]yyyy.mm"), CellFormat::Month);
  for (const char* code : {"", "General", "0.00", "h:mm", "#,##0", "\"yyyy\"0", "[Red]0", "@"}) {
    EXPECT_EQ(format_of(code), CellFormat::Other) << code;
  }
}

TEST(WorkbookDatesTest, CountsDaysAsExcelDoes) {
  EXPECT_EQ(date_of("367", CellFormat::Day), "1901-01-01");
  EXPECT_EQ(date_of("43160", CellFormat::Day), "2018-03-01");
  EXPECT_EQ(date_of("43160.5", CellFormat::Day), "2018-03-01");
  EXPECT_EQ(date_of("43160", CellFormat::Month), "2018-03");
  EXPECT_EQ(date_of("109574", CellFormat::Day), "2199-12-31");
  for (const char* text : {"", "366", "109575", "-1", "2018年3月", "4.3E4"}) {
    EXPECT_EQ(date_of(text, CellFormat::Day), text);
  }
  EXPECT_EQ(date_of("43160", CellFormat::Other), "43160");
}

}  // namespace
}  // namespace gongshi
