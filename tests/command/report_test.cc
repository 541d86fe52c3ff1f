#include "generator/command/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "generator/command/program.h"

namespace gongshi {
namespace {

Diagnostic problem(const std::string& file, int line, Level level, const std::string& code) {
  return {.place = {.file = file, .line = line, .column = 2},
          .level = level,
          .code = code,
          .message = "请改正"};
}

class ReportTest : public testing::Test {
 protected:
  ReportTest() { sources_.files["a.toml"] = "abc\ndef\n"; }

  int report(Diagnostics problems, Colour colour = Colour::Never,
             ReportFormat format = ReportFormat::Text) {
    return report_problems(std::move(problems), format,
                           {.out = out_, .err = err_, .colour = colour}, sources_);
  }

  SourceTree sources_;
  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(ReportTest, EachProblemHasItsLineAndIsSaidOnce) {
  const Diagnostic second = problem("content/a.toml", 2, Level::Warning, "no-such-code");
  EXPECT_EQ(report({second, problem("content/a.toml", 0, Level::Error, "no-such-code"), second,
                    problem("elsewhere", 1, Level::Error, "no-such-code")}),
            kExitErrors);
  EXPECT_EQ(err_.str(),
            "content/a.toml:1:2: error[no-such-code]: 请改正\n"
            "content/a.toml:2:2: warning[no-such-code]: 请改正\n"
            "     2 | def\n"
            "       |  ^\n"
            "elsewhere:1:2: error[no-such-code]: 请改正\n");
  EXPECT_EQ(out_.str(), "");
}

TEST_F(ReportTest, WarningsAloneAreClean) {
  EXPECT_EQ(report({problem("x", 1, Level::Warning, "no-such-code")}), kExitClean);
  EXPECT_EQ(report({}), kExitClean);
}

TEST_F(ReportTest, PersonalDataHasNoExcerpt) {
  report({problem("content/a.toml", 1, Level::Error, "resident-id")});
  EXPECT_THAT(err_.str(), testing::Not(testing::HasSubstr("abc")));
}

// A file's name and the words that a sentence quotes are somebody's text too.
TEST_F(ReportTest, NothingOfThemSteersTheTerminal) {
  Diagnostic hostile = problem("content/\x1b]0;x\x07.toml", 1, Level::Error, "no-such-code");
  hostile.message = "不认识“\u202Ex\n”";
  report({hostile});
  EXPECT_EQ(err_.str(), "content/␛]0;x␇.toml:1:2: error[no-such-code]: 不认识“�x␊”\n");
}

TEST_F(ReportTest, InColourTheLevelStandsOut) {
  report({problem("content/a.toml", 1, Level::Error, "toml-syntax")}, Colour::Always);
  EXPECT_THAT(err_.str(), testing::StartsWith("content/a.toml:1:2: \x1b[1;31merror[toml-syntax]"
                                              "\x1b[0m: 请改正\n"));
  EXPECT_THAT(err_.str(), testing::HasSubstr("  \x1b[36m提示："));
}

TEST_F(ReportTest, JsonListsThemAll) {
  Diagnostics many;
  for (int line = 1; line <= 500; ++line) many.push_back(problem("x", line, Level::Error, "c"));
  EXPECT_EQ(report(many, Colour::Always, ReportFormat::Json), kExitErrors);
  EXPECT_EQ(std::ranges::count(out_.str(), '{'), 500);
  EXPECT_EQ(err_.str(), "");
}

TEST_F(ReportTest, WhatIsLeftOutIsCounted) {
  Diagnostics many;
  for (int line = 1; line <= 500; ++line) {
    many.push_back(problem("x", line, Level::Error, "c"));
    many.push_back(problem("x", line, Level::Warning, "d"));
  }
  report(many);
  EXPECT_THAT(err_.str(), testing::EndsWith("\n另有 480 个错误、480 个提醒未列出；"
                                            "用 gongshi check --format json 看全部\n"));
  EXPECT_EQ(std::ranges::count(err_.str(), '\n'), 41);
}

TEST_F(ReportTest, TheSummaryCountsThemAll) {
  const Diagnostic error = problem("x", 1, Level::Error, "c");
  const Diagnostic warning = problem("x", 1, Level::Warning, "c");
  EXPECT_EQ(summary_of({}), "没有发现问题");
  EXPECT_EQ(summary_of(Diagnostics{warning}), "没有错误，有 1 个提醒");
  EXPECT_EQ(summary_of(Diagnostics{error, error}), "发现 2 个错误");
  EXPECT_EQ(summary_of(Diagnostics{error, warning}), "发现 1 个错误、1 个提醒");
}

}  // namespace
}  // namespace gongshi
