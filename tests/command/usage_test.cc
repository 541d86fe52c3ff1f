// How to get the command line wrong, and what the program then says. These pin the sentences of the
// command-line library that usage.cc reads, too.
#include "generator/command/usage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generator/command/program.h"
#include "tests/command/program_run.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

TEST(UsageTest, EachMistakeIsOneSentenceAndExitCodeTwo) {
  struct Case {
    const char* arguments;
    const char* said;
  };
  const Case cases[] = {
      {"", "请写明要做什么；用法见 gongshi --help"},
      {"chek", "没有“chek”这个命令（是不是“check”？）；用法见 gongshi --help"},
      {"xyzzy", "没有“xyzzy”这个命令；用法见 gongshi --help"},
      {"--conten x check", "没有“--conten”这个选项；用法见 gongshi --help"},
      {"check --formt json",
       "没有“--formt”这个选项（是不是“--format”？）；用法见 gongshi check --help"},
      {"check --formt=json",
       "没有“--formt”这个选项（是不是“--format”？）；用法见 gongshi check --help"},
      {"check --format xml",
       "--format 的值不对：“xml”不在可选的 text|json 之中；用法见 gongshi check --help"},
      {"check --format", "--format 后面要写一个值；用法见 gongshi check --help"},
      {"check --format text --format json", "--format 只能写一次；用法见 gongshi check --help"},
      {"check --content ''", "--content 的值不对：文件夹的名称是空的；用法见 gongshi check --help"},
      {"check content", "“content”是多余的；用法见 gongshi check --help"},
      {"calendar", "请写明要做什么；用法见 gongshi calendar --help"},
      {"calendar imprt x",
       "没有“imprt”这个命令（是不是“import”？）；用法见 gongshi calendar --help"},
      {"calendar import", "请写上 FILE；用法见 gongshi calendar import --help"},
      {"calendar import a b", "“b”是多余的；用法见 gongshi calendar import --help"},
      {"calendar import a --isued x",
       "没有“--isued”这个选项（是不是“--issued”？）；用法见 gongshi calendar import --help"},
      {"check --content nowhere", "没有“nowhere”这个文件夹；请写明内容文件夹的位置"},
  };
  const WorkFolder folder;
  for (const Case& c : cases) {
    const ProgramRun run = folder.run(c.arguments);
    EXPECT_EQ(run.exit_code, kExitUsage) << c.arguments;
    EXPECT_EQ(run.err, std::string("gongshi：") + c.said + "\n") << c.arguments;
    EXPECT_EQ(run.out, "") << c.arguments;
  }
}

TEST(UsageTest, HelpIsChineseAndNoMistake) {
  const WorkFolder folder;
  for (const char* arguments : {"--help", "-h", "check --help", "check -h"}) {
    const ProgramRun run = folder.run(arguments);
    EXPECT_EQ(run.exit_code, kExitClean) << arguments;
    EXPECT_THAT(run.out, HasSubstr("用法: gongshi")) << arguments;
    EXPECT_THAT(run.out, HasSubstr("选项:")) << arguments;
    EXPECT_THAT(run.out, Not(HasSubstr("Options"))) << arguments;
    EXPECT_EQ(run.err, "") << arguments;
  }
}

TEST(UsageTest, VersionIsTheProjects) {
  const ProgramRun run = WorkFolder().run("--version");
  EXPECT_EQ(run.exit_code, kExitClean);
  EXPECT_THAT(run.out, testing::MatchesRegex("gongshi [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

}  // namespace
}  // namespace gongshi
