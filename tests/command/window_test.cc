// The lines that an office or a check outside would type, run by the real program.
#include "generator/command/window.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/command/program_run.h"
#include "tests/source_root.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

ProgramRun window(const std::string& arguments) {
  return WorkFolder().run("window --calendars '" + (source_root() / "content/calendars").string() +
                          "' " + arguments);
}

TEST(WindowCommandTest, ClosesOnTheDayThatTheArrangementGives) {
  struct Case {
    const char* arguments;
    const char* closes;
  };
  const Case cases[] = {
      {"--calendar cn --opens 2017-06-21 --working-days 5", "2017-06-27"},
      {"--calendar cn --opens 2023-09-22 --working-days 7", "2023-10-08"},
      {"--calendar cn-gx --opens 2017-03-29 --working-days 5", "2017-04-08"},
      {"--calendar cn --opens 2020-01-20 --working-days 7", "2020-02-05"},
      {"--calendar cn --opens 2020-01-20 --working-days 7 --known-on 2020-01-21", "2020-02-03"},
      {"--calendar cn --opens 2017-06-21 --working-days 5 --count-from next-day", "2017-06-28"},
      {"--calendar cn --opens 2017-06-21 --working-days 5 --count-from same-day", "2017-06-27"},
      {"--calendar cn --opens 2020-08-28 --calendar-days 5", "2020-09-01"},
      {"--calendar cn --opens 2017-06-14 --calendar-days 10 --count-from next-day --roll-forward",
       "2017-06-26"},
  };
  for (const auto& [arguments, closes] : cases) {
    const ProgramRun run = window(std::string(arguments) + " --format json");
    EXPECT_EQ(run.exit_code, kExitClean) << arguments << run.err;
    EXPECT_THAT(run.out, HasSubstr(std::string("\"closes\": \"") + closes + "\"")) << arguments;
    EXPECT_EQ(run.err, "") << arguments;
  }
}

TEST(WindowCommandTest, WritesForPeopleProgramsAndCalendars) {
  const std::string asked = "--calendar cn --opens 2023-09-22 --working-days 7";
  EXPECT_THAT(window(asked).out,
              StartsWith("公示期：2023年9月22日（星期五）至2023年10月8日（星期日）"));
  EXPECT_EQ(window(asked + " --format text").out, window(asked).out);
  EXPECT_THAT(window(asked + " --format json").out, StartsWith("{\n  \"opens\": \"2023-09-22\""));
  EXPECT_THAT(window(asked + " --format ics").out, StartsWith("BEGIN:VCALENDAR\r\n"));
}

TEST(WindowCommandTest, RefusesAYearThatIsNotArranged) {
  const ProgramRun run = window("--calendar cn --opens 2026-12-30 --working-days 5");
  EXPECT_EQ(run.exit_code, kExitErrors);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(run.err, StartsWith("gongshi：日历“全国”（cn）没有2027年的放假安排，不能推算："));
}

TEST(WindowCommandTest, AnAnnouncedEndIsJudged) {
  const std::string asked = "--calendar cn --opens 2024-01-31 --working-days 5 --closes ";
  EXPECT_EQ(window(asked + "2024-02-05").err, "");
  const ProgramRun shorter = window(asked + "2024-02-04");
  EXPECT_EQ(shorter.exit_code, kExitErrors);
  EXPECT_THAT(shorter.err, HasSubstr("少1个工作日：应不早于2024年2月5日；如果按自然日数"));
  const ProgramRun longer = window(asked + "2024-02-06");
  EXPECT_EQ(longer.exit_code, kExitClean);
  EXPECT_THAT(longer.err, HasSubstr("把调休上班日当作休息日"));
  EXPECT_EQ(window(asked + "2024-02-06 --at-least").err, "");
}

TEST(WindowCommandTest, MistakesInTheWordsAreExitCodeTwo) {
  const char* const kMistakes[] = {
      "--calendar cn --opens 2017-06-21",
      "--calendar cn --opens 2017-06-21 --working-days 5 --calendar-days 5",
      "--calendar cn --opens 2017-06-21 --working-days 5 --roll-forward",
      "--calendar cn --opens 2017-06-21 --working-days 0",
      "--calendar cn --opens 2017-06-21 --working-days 367",
      "--calendar cn --opens 2017-06-21 --working-days five",
      "--calendar cn --opens 2017-6-21 --working-days 5",
      "--calendar cn --opens 2017-02-29 --working-days 5",
      "--calendar CN --opens 2017-06-21 --working-days 5",
      "--calendar ../cn --opens 2017-06-21 --working-days 5",
      "--opens 2017-06-21 --working-days 5",
      "--calendar cn --working-days 5",
      "--calendar cn --opens 2017-06-21 --working-days 5 --count-from tomorrow",
      "--calendar cn --opens 2017-06-21 --working-days 5 --format xml",
      "--calendar cn --opens 2017-06-21 --working-days 5 --known-on yesterday",
      "--calendar cn --opens 2017-06-21 --working-days 5 --closes 27",
  };
  for (const char* arguments : kMistakes) {
    const ProgramRun run = window(arguments);
    EXPECT_EQ(run.exit_code, kExitUsage) << arguments;
    EXPECT_THAT(run.err, StartsWith("gongshi：")) << arguments;
    EXPECT_EQ(run.out, "") << arguments;
  }
}

}  // namespace
}  // namespace gongshi
