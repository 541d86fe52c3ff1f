#include "generator/import/summary_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generator/import/candidates_csv.h"
#include "tests/import/sample_tables.h"

namespace gongshi {
namespace {

SummaryTable table_of(const std::vector<WorkbookSheet>& sheets) {
  const auto table = read_summary_table("汇总表.xlsx", sheets);
  EXPECT_TRUE(table) << table.error().message;
  return table.value_or(SummaryTable());
}

std::string csv_of(const SummaryTable& table) { return candidates_csv(table.candidates, {}); }

TEST(SummaryTableTest, CollectivesAndPersonsBelowEachOther) {
  const SummaryTable table = table_of({sheet_of(two_tables_on_a_sheet())});
  EXPECT_EQ(csv_of(table),
            "id,award,name,unit,post,recommended_by,gender,ethnicity,political_status,education,"
            "level,nature,affiliation,headcount,head,rank,remarks\n"
            "collective-1,collective,甲市第一办公室,,,甲市,,,,,正科级,机关,甲市示例局,12,"
            "张三，主任,1,\n"
            "collective-2,collective,\"甲市“便民”中心, 一部\",,,甲市,,,,,,事业单位,甲市示例局,8,,2,"
            "曾获表扬\n"
            "individual-1,individual,王\U00020000,甲市示例局,科长,甲市,女,汉族,中共党员,"
            "\"大学\n法学学士\",正科级,机关,,,,1,\n"
            "individual-2,individual,买买提·示例,甲市第一办公室,科员,甲市,男,,群众,,,,,,,2,\n");
  EXPECT_EQ(table.remarks,
            (std::vector<std::string>{
                "第 6 行：“联系人及电话”这些列不能公开，没有导入",
                "第 11 行：“身份证号”“联系电话”“通信地址”“邮编”这些列不能公开，没有导入",
                "第 12 行：“备注”一格里有个人信息，留作空白"}));
}

// One table of 2021 is titled 先进单位 and lists persons: the columns decide.
TEST(SummaryTableTest, WindowsAndTheirPersonsOnTwoSheets) {
  const SummaryTable table =
      table_of({sheet_of(windows_table(), "窗口"), sheet_of(window_persons_table(), "个人")});
  EXPECT_EQ(csv_of(table),
            "id,award,name,unit,post,recommended_by,gender,ethnicity,political_status,education,"
            "level,window_since,nature,affiliation,head,rank,tenure_years\n"
            "collective-1,collective,乙省丙市丁县窗口,,,乙省示例厅,,,,,科级,,公益一类,丁县示例局,"
            "赵六，丁县示例局副局长,1,\n"
            "individual-1,individual,钱七,丁县示例局,科员,乙省示例厅,男,回族,群众,大专,,"
            "2018年3月,事业单位,,,1,3\n"
            "individual-2,individual,孙八,丁县示例局,,乙省示例厅,女,,,,,2016-07,,,,2,\n");
  EXPECT_EQ(table.remarks, (std::vector<std::string>{
                               "工作表“窗口”第 4 行：“窗口负责人联系电话”这些列不能公开，没有导入",
                               "工作表“个人”第 3 行：“身份证号”“联系电话”这些列不能公开，没有导入",
                               "工作表“个人”第 5 行：“在窗口工作年限”一格不是整数，留作空白"}));
}

TEST(SummaryTableTest, HiddenSheetsStayBehind) {
  WorkbookSheet hidden = sheet_of(windows_table(), "旧");
  hidden.hidden = true;
  const SummaryTable table = table_of({hidden, sheet_of(window_persons_table(), "新")});
  EXPECT_EQ(table.candidates.size(), 2U);
  EXPECT_THAT(table.remarks, testing::Contains("隐藏的工作表“旧”没有导入"));
}

TEST(SummaryTableTest, WhatIsLeftOutIsSaidAndNothingIsGuessed) {
  const SummaryTable table = table_of({sheet_of({{"序号", "姓名", "职务", "星座"},
                                                 {"1", "张三", "科长", "白羊座"},
                                                 {"2", "", "科员", ""},
                                                 {"3", "李四 13800138000", "科员", ""},
                                                 {"4"},
                                                 {"", "王五"}})});
  ASSERT_EQ(table.candidates.size(), 2U);
  EXPECT_EQ(table.candidates[1].cells.at("name"), "王五");
  EXPECT_EQ(table.remarks,
            (std::vector<std::string>{
                "第 1 行：不认识“星座”这些列，没有导入", "第 3 行：名称是空白，这一行略去了",
                "第 4 行：“姓名”一格里有个人信息，留作空白", "第 4 行：名称是空白，这一行略去了"}));
}

TEST(SummaryTableTest, NoRemarkHoldsAValueThatWasLeftOut) {
  for (const auto& rows : {two_tables_on_a_sheet(), windows_table(), window_persons_table()}) {
    const SummaryTable table = table_of({sheet_of(rows)});
    std::string said = csv_of(table);
    for (const std::string& remark : table.remarks) said += remark;
    for (const char* value :
         {"13800138000", "11010519491231002X", "甲市一路", "030000", "李四", "0000-1234567"}) {
      EXPECT_THAT(said, testing::Not(testing::HasSubstr(value)));
    }
  }
}

TEST(SummaryTableTest, AColumnOfUnitsGoesBeforeTheLineAboveTheTable) {
  const SummaryTable table = table_of({sheet_of({{"推荐单位：", "填表日期：2022年7月1日"},
                                                 {"姓名", "推荐单位", "职务"},
                                                 {"张三", "甲市", "科长"},
                                                 {"李四", "", "科长"}})});
  ASSERT_EQ(table.candidates.size(), 2U);
  EXPECT_EQ(table.candidates[0].cells.at("recommended_by"), "甲市");
  EXPECT_FALSE(table.candidates[1].cells.contains("recommended_by"));
}

TEST(SummaryTableTest, TheLineAboveATableIsReadForPersonalDataToo) {
  const SummaryTable table = table_of({sheet_of({{"推荐单位：甲市 13800138000"},
                                                 {"姓名", "职务", "备注"},
                                                 {"张三", "科长", "推荐单位：乙市"},
                                                 {"李四", "科长", ""}})});
  ASSERT_EQ(table.candidates.size(), 2U) << "a remark is not a line above a table";
  EXPECT_FALSE(table.candidates[1].cells.contains("recommended_by"));
  EXPECT_EQ(table.remarks, std::vector<std::string>{"第 1 行：“推荐单位”里有个人信息，留作空白"});
}

TEST(SummaryTableTest, WithoutAHeaderThereIsNoTable) {
  const std::vector<std::vector<Cells>> cases = {
      {},
      {{"推荐对象汇总表"}},
      {{"姓名：张三", "性别：男", "职务：科长"}},           // a form, not a table
      {{"姓名", "星座", "血型"}, {"张三", "白羊座", "O"}},  // two columns that nobody knows
      {{"序号", "性别", "职务"}, {"1", "男", "科长"}},      // nobody is named
  };
  for (const auto& rows : cases) {
    const auto table = read_summary_table("名单.csv", std::vector{sheet_of(rows)});
    ASSERT_FALSE(table);
    EXPECT_THAT(table.error().message, testing::StartsWith("“名单.csv”里没有找到汇总表的表头"));
  }
}

}  // namespace
}  // namespace gongshi
