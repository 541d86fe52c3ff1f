// The workbook as openpyxl reads it, which shares no code with what wrote it.
#include "intake/papers/register_workbook.h"

#include <gmock/gmock.h>

#include "tests/desk/sample_desk.h"
#include "tests/papers/sample_office.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

constexpr const char* kReader = R"(
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(book.properties.title, book.properties.creator, book.properties.created, sep='|')
sheet = book.active
print(sheet.title, sheet.freeze_panes, sheet.auto_filter.ref, sheet.page_setup.orientation, sep='|')
for row in sheet.iter_rows():
    print(*(f'{c.data_type}:{c.value!r}:{c.number_format}' for c in row), sep='|')
)";

class RegisterWorkbookTest : public testing::Test {
 protected:
  std::string read(const std::string& bytes) const {
    work_.write("book.xlsx", bytes);
    work_.write("read.py", kReader);
    return printed_by("cd '" + work_.path().string() +
                      "' && PYTHONIOENCODING=utf-8 /usr/bin/python3 read.py book.xlsx 2>&1");
  }

  const TemporaryFolder work_;
  const WorkbookProperties properties_ = {
      .title = "关于“甲&乙”<的>公示", .author = "示例办公室", .at = instant(kAtClosing)};
};

TEST_F(RegisterWorkbookTest, OpenpyxlReadsTextsDatesAndNumbers) {
  const RegisterTable table = {
      .columns = {{"登记号", 16}, {"收到时间", 20}, {"序号", 8}, {"空", 8}},
      .rows = {{std::string("𬱖某"), instant("2017-06-22T09:00:07+08:00"), std::uint64_t{12},
                std::monostate()}}};
  const std::string text = read(register_workbook(table, properties_).value());
  EXPECT_THAT(text, HasSubstr("关于“甲&乙”<的>公示|示例办公室|2017-06-27 16:00:00\n"));
  EXPECT_THAT(text, HasSubstr("异议登记表|A2|A1:D2|landscape\n"));
  EXPECT_THAT(text, HasSubstr("s:'登记号':General|s:'收到时间':General"));
  EXPECT_THAT(
      text,
      HasSubstr("s:'𬱖某':@|d:datetime.datetime(2017, 6, 22, 9, 0, 7):yyyy-mm-dd hh:mm:ss"));
  EXPECT_THAT(text, HasSubstr("|n:12:General|n:None:General"));
}

TEST_F(RegisterWorkbookTest, NoTextIsAFormula) {
  RegisterTable table = {.columns = {{"异议对象", 16}}, .rows = {}};
  for (const char* text : {"=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "＝1",
                           "{=1}", "http://x.example/", "00123", "1E5", "TRUE"}) {
    table.rows.push_back({std::string(text)});
  }
  const std::string text = read(register_workbook(table, properties_).value());
  EXPECT_THAT(text, testing::Not(HasSubstr("f:"))) << text;
  for (const char* shown : {"s:'=1+1':@", "s:'+1':@", "s:'-1+1':@", "s:'@SUM(A1)':@", "s:'\\t=1':@",
                            "s:'00123':@", "s:'1E5':@", "s:'TRUE':@"}) {
    EXPECT_THAT(text, HasSubstr(shown));
  }
  work_.write("book.xlsx", register_workbook(table, properties_).value());
  EXPECT_EQ(printed_by("cd '" + work_.path().string() + "' && unzip -p book.xlsx | grep -c '<f>'"),
            "0\n");
}

TEST_F(RegisterWorkbookTest, TheSameTableGivesTheSameBytes) {
  const RegisterTable table = {.columns = {{"登记号", 16}}, .rows = {{std::string("甲")}}};
  EXPECT_EQ(register_workbook(table, properties_).value(),
            register_workbook(table, properties_).value());
}

TEST_F(RegisterWorkbookTest, NoObjectionsAreAWorkbookToo) {
  const RegisterTable table = {.columns = {{"登记号", 16}}, .rows = {}};
  EXPECT_THAT(read(register_workbook(table, properties_).value()), HasSubstr("s:'登记号'"));
}

TEST_F(RegisterWorkbookTest, MoreThanASheetHoldsIsRefused) {
  RegisterTable table = {.columns = {{"登记号", 16}}, .rows = {}};
  table.rows.resize(1'048'576);
  const auto book = register_workbook(table, properties_);
  ASSERT_FALSE(book);
  EXPECT_EQ(book.error().kind, ErrorKind::Invalid);
  EXPECT_THAT(book.error().message, HasSubstr("异议有 1048576 件"));
}

TEST_F(RegisterWorkbookTest, NoFolderForTemporaryFilesIsSaid) {
  setenv("TMPDIR", (work_.path() / "none").c_str(), 1);
  const auto book = register_workbook({.columns = {{"登记号", 16}}, .rows = {}}, properties_);
  unsetenv("TMPDIR");
  ASSERT_FALSE(book);
  EXPECT_EQ(book.error().kind, ErrorKind::Unavailable);
  EXPECT_THAT(book.error().message, HasSubstr("TMPDIR"));
}

}  // namespace
}  // namespace gongshi
