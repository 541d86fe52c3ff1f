// gongshi import, as a clerk runs it on the file that a city sent.
#include "generator/command/import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generator/command/files.h"
#include "tests/command/program_run.h"
#include "tests/load/sample_content.h"
#include "tests/scan/sample_documents.h"

namespace gongshi {
namespace {

constexpr const char* kPersons =
    "先进工作者推荐对象汇总表,,,\n推荐单位：甲市,,,\n"
    "序号,姓名,身份证号,工作单位\n1,张\U00020000,11010519491231002X,甲局\n2,,,\n";

WorkFolder& with(WorkFolder& folder, const std::string& name, const std::string& bytes) {
  EXPECT_TRUE(write_new_file(folder.path() / name, bytes));
  return folder;
}

TEST(ImportTest, TheTableIsOnStandardOutputAndWhatWasDroppedIsSaid) {
  WorkFolder folder;
  const ProgramRun run = with(folder, "a.csv", kPersons).run("import a.csv");
  EXPECT_EQ(run.exit_code, kExitClean);
  EXPECT_EQ(run.out,
            "id,award,name,unit,recommended_by,rank\n"
            "individual-1,individual,张\U00020000,甲局,甲市,1\n");
  EXPECT_EQ(run.err,
            "第 3 行：“身份证号”这些列不能公开，没有导入\n"
            "导入了 0 个集体、1 名个人。编号可以在公示之前改；改好后用 gongshi check 核对。\n");
}

TEST(ImportTest, AWorkbookOfBothKindsBecomesContentThatLoads) {
  WorkFolder folder;
  SourceTree tree = sample_content();
  tree.files.erase(kSampleCandidates);
  folder.write(tree);
  const std::string rows =
      "<row><c t='inlineStr'><is><t>汇总表</t></is></c></row>"
      "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c></row>"
      "<row><c><v>1</v></c><c t='s'><v>3</v></c><c t='s'><v>4</v></c></row>"
      "<row><c t='s'><v>0</v></c><c t='s'><v>5</v></c><c t='s'><v>6</v></c></row>"
      "<row><c><v>1</v></c><c t='s'><v>7</v></c><c t='s'><v>3</v></c></row>";
  with(folder, "表.xlsx",
       sample_xlsx(
           {{"表", "", rows}, {"旧", "hidden", rows}},
           {"序号", "先进集体名称", "集体性质", "乙局", "机关", "姓名", "工作单位", "张𬱖"}));
  const std::string arguments = "import 表.xlsx --collective-award jiti --individual-award geren";
  const ProgramRun run = folder.run(arguments + " --out content/" + kSampleCandidates);
  EXPECT_EQ(run.exit_code, kExitClean);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, testing::HasSubstr("隐藏的工作表“旧”没有导入\n导入了 1 个集体、1 名个人。"));
  const ProgramRun check = folder.run("check --format json");
  EXPECT_THAT(check.out, testing::Not(testing::HasSubstr("candidates.csv")));
  EXPECT_THAT(check.err, testing::HasSubstr("2 名候选对象"));
  const ProgramRun again = folder.run(arguments + " --out content/" + kSampleCandidates);
  EXPECT_EQ(again.exit_code, kExitErrors);
  EXPECT_THAT(again.err, testing::HasSubstr("已经有了，没有改动它"));
}

TEST(ImportTest, OneAwardIsForATableOfOneKind) {
  WorkFolder folder;
  with(folder, "a.csv", kPersons);
  with(folder, "both.csv", std::string(kPersons) + "序号,窗口名称,窗口性质\n1,甲窗口,公益一类\n");
  EXPECT_THAT(folder.run("import a.csv --award xianjin").out,
              testing::HasSubstr("\nxianjin-1,xianjin,"));
  const ProgramRun both = folder.run("import both.csv --award xianjin");
  EXPECT_EQ(both.exit_code, kExitUsage);
  EXPECT_EQ(both.out, "");
  EXPECT_THAT(both.err, testing::HasSubstr("表里既有集体又有个人"));
}

TEST(ImportTest, EachMistakeIsOneSentence) {
  WorkFolder folder;
  with(folder, "letter.csv", "各市：\n请报送名单。\n");
  with(folder, "empty.csv", "序号,姓名,职务\n1,,\n");
  with(folder, "bad.xlsx", "PK\x03\x04");
  const std::pair<const char*, const char*> cases[] = {
      {"import none.csv", "gongshi：读不到文件“none.csv”"},
      {"import letter.csv", "gongshi：“letter.csv”里没有找到汇总表的表头"},
      {"import empty.csv", "gongshi：“empty.csv”里只有表头，没有一名候选对象"},
      {"import bad.xlsx", "gongshi：读不了“bad.xlsx”：已损坏"},
      {"import", "gongshi：请写上 FILE"},
      {"import a.csv --award 甲", "gongshi：--award 的值不对"},
  };
  for (const auto& [arguments, sentence] : cases) {
    const ProgramRun run = folder.run(arguments);
    EXPECT_NE(run.exit_code, kExitClean) << arguments;
    EXPECT_EQ(run.out, "") << arguments;
    EXPECT_THAT(run.err, testing::StartsWith(sentence));
  }
}

}  // namespace
}  // namespace gongshi
