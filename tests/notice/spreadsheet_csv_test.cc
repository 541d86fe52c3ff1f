#include "generator/notice/spreadsheet_csv.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

std::string row_of(const CsvCells& row) { return spreadsheet_csv(std::vector<CsvCells>{row}); }

std::string with_mark(const std::string& text) { return "\xEF\xBB\xBF" + text; }

TEST(SpreadsheetCsvTest, QuotesEveryCellAndEndsEveryRow) {
  const std::vector<CsvCells> rows = {{"姓名", "职务"}, {"𬱖", ""}};
  EXPECT_EQ(spreadsheet_csv(rows), with_mark("\"姓名\",\"职务\"\r\n\"𬱖\",\"\"\r\n"));
  EXPECT_EQ(row_of({"他说\"不\",\n第二行"}), with_mark("\"他说\"\"不\"\",\n第二行\"\r\n"));
}

TEST(SpreadsheetCsvTest, NoCellRunsAsAFormula) {
  for (const char* start : {"=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n",
                            "\t=", "\r\n@", " +", "\u3000="}) {
    const std::string cell = std::string(start) + "cmd|' /C calc'!A0";
    EXPECT_EQ(row_of({cell}), with_mark("\"'" + cell + "\"\r\n")) << start;
  }
  for (const char* harmless : {"", "a=1", "1+1", "经核查", "（=）", "'=1", "a\tb"}) {
    EXPECT_EQ(row_of({harmless}), with_mark("\"" + std::string(harmless) + "\"\r\n"));
  }
}

}  // namespace
}  // namespace gongshi
