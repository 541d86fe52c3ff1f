#include "generator/command/calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/command/program_run.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

const char* const kJson =
    R"({"year": 2027, "papers": [], "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true},
        {"name": "元旦", "date": "2027-01-09", "isOffDay": false}]})";

class CalendarCommandTest : public testing::Test {
 protected:
  CalendarCommandTest() {
    folder_.write(
        {.root = ".",
         .files = {{"2027.json", kJson},
                   {"bad.json", "{\"year\": 2027, \"days\": [1]}"},
                   {"calendars/cn.toml",
                    "title = '全国'\n[year.2026]\nnotice = '甲'\nissued = 2025-11-04\n"}}});
  }
  WorkFolder folder_;
};

TEST_F(CalendarCommandTest, NextYearsArrangementIsOneCommand) {
  const ProgramRun import = folder_.run(
      "calendar import 2027.json --notice 国办发明电〔2026〕9号 --issued 2026-11-05 > new && cat "
      "new >> calendars/cn.toml && cat new");
  EXPECT_EQ(import.exit_code, kExitClean) << import.err;
  const ProgramRun window = folder_.run(
      "window --calendars calendars --calendar cn --opens 2026-12-31 --working-days 7 --format "
      "json");
  EXPECT_EQ(window.exit_code, kExitClean) << window.err;
  EXPECT_THAT(window.out, HasSubstr("\"closes\": \"2027-01-09\""));
}

TEST_F(CalendarCommandTest, WhatIsWrongIsPrintedWithTheFile) {
  const ProgramRun run = folder_.run("calendar import bad.json");
  EXPECT_EQ(run.exit_code, kExitErrors);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, HasSubstr("bad.json:1:1: error[holiday-json]: days 第1项的“name”"));
}

TEST_F(CalendarCommandTest, AFileThatCannotBeReadIsNamed) {
  for (const char* file : {"2028.json", "calendars"}) {
    const ProgramRun run = folder_.run(std::string("calendar import ") + file);
    EXPECT_EQ(run.exit_code, kExitErrors) << file;
    EXPECT_EQ(run.err, std::string("gongshi：读不到文件“") + file + "”：请核对名称和权限\n");
  }
}

}  // namespace
}  // namespace gongshi
