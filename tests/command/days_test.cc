#include "generator/command/days.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/command/program_run.h"
#include "tests/source_root.h"

namespace gongshi {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

ProgramRun days_of(const std::string& arguments) {
  return WorkFolder().run("days --calendars '" + (source_root() / "content/calendars").string() +
                          "' " + arguments);
}

TEST(DaysCommandTest, OneRowForEachDayAndNothingElse) {
  const ProgramRun run = days_of("--calendar cn --from 2004-01-01 --to 2026-12-31");
  EXPECT_EQ(run.exit_code, kExitClean);
  EXPECT_EQ(std::ranges::count(run.out, '\n'), 8401);
  EXPECT_THAT(run.out, StartsWith("2004-01-01,rest,元旦\n2004-01-02,workday,星期五\n"));
  EXPECT_THAT(run.out, HasSubstr("\n2005-12-31,workday,调休上班\n"));
  EXPECT_THAT(run.out, EndsWith("\n2026-12-31,workday,星期四\n"));
  EXPECT_EQ(run.err, "");
}

TEST(DaysCommandTest, AnUnknownDayIsRefusedAndNothingIsPrinted) {
  const ProgramRun run = days_of("--calendar cn --from 2026-12-31 --to 2027-01-01");
  EXPECT_EQ(run.exit_code, kExitErrors);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, HasSubstr("没有2027年的放假安排"));
}

TEST(DaysCommandTest, TheSpanRunsForward) {
  const ProgramRun run = days_of("--calendar cn --from 2017-06-22 --to 2017-06-21");
  EXPECT_EQ(run.exit_code, kExitUsage);
  EXPECT_EQ(run.err, "gongshi：--to（2017-06-21）早于 --from（2017-06-22）：请把先后两天写对\n");
}

TEST(DaysCommandTest, AReasonWithACommaStandsInQuotes) {
  const WorkFolder folder;
  folder.write({.root = "calendars",
                .files = {{"cn.toml",
                           "title = '全国'\n[year.2020]\nnotice = '甲'\nissued = 2019-11-21\n"
                           "holidays = [{ name = '甲,\"乙\"', from = 2020-01-01 }]\n"}}});
  EXPECT_EQ(
      folder.run("days --calendars calendars --calendar cn --from 2020-01-01 --to 2020-01-01").out,
      "2020-01-01,rest,\"甲,\"\"乙\"\"\"\n");
}

}  // namespace
}  // namespace gongshi
