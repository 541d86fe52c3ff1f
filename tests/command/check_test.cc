// gongshi check, as a person and as a program runs it.
#include "generator/command/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/command/program_run.h"
#include "tests/load/sample_content.h"
#include "tests/source_root.h"

namespace gongshi {
namespace {

constexpr const char* kNotice = "content/campaigns/pingxuan/notices/gongshi-2017/notice.md";

WorkFolder& with_sample(WorkFolder& folder, const std::vector<Variation>& changes = {}) {
  SourceTree tree = sample_content();
  for (const Variation& change : changes) apply(change, tree);
  folder.write(tree);
  return folder;
}

bool is_hint(const std::string& line) { return line.starts_with("  提示："); }

std::string without_hints(const std::string& text) {
  std::string rest;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!is_hint(line)) rest += line + "\n";
  }
  return rest;
}

int hints_in(const std::string& text) {
  int count = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) count += is_hint(line) ? 1 : 0;
  return count;
}

TEST(CheckTest, GoodContentIsCleanAndSaysWhatWasRead) {
  WorkFolder folder;
  const ProgramRun run = with_sample(folder).run("check --content content");
  EXPECT_EQ(run.exit_code, kExitClean);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err, "已检查 1 个评选活动、1 份公示、2 名候选对象，没有发现问题。\n");
  EXPECT_EQ(folder.run("check").err, run.err) << "content is the default";
}

TEST(CheckTest, EveryProblemIsPrintedInOrder) {
  WorkFolder folder;
  with_sample(folder, {{kSampleNotice, "closes = 2017-06-27", "closes = 2018-06-27"},
                       {kSampleSite, "publisher", "publsher"},
                       {kSampleDeeds, "", kRemoved}});
  const ProgramRun run = folder.run("check --content content");
  EXPECT_EQ(run.exit_code, kExitErrors);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(without_hints(run.err),
            "content/campaigns/pingxuan/deeds/zhang-san.md:1:1: error[missing-file]: "
            "没有这个文件；请新建它，写上“张𬱖”的主要事迹\n" +
                std::string(kNotice) +
                ":6:10: error[window-closes-mismatch]: 公示截止日写的是2018年6月27日，"
                "按规定是2017年6月27日：日月相符，请改正年份\n"
                "     6 | closes = 2018-06-27\n"
                "       |          ^\n"
                "content/site.toml:1:1: error[missing-key]: 缺少“publisher”，请补上\n"
                "     1 | name = \"示例公示网\"\n"
                "       | ^\n"
                "content/site.toml:3:1: error[unknown-key]: 不认识“publsher”；"
                "是不是“publisher”？\n"
                "     3 | publsher = \"示例办公室\"\n"
                "       | ^\n"
                "已检查 1 个评选活动、1 份公示、2 名候选对象，发现 4 个错误。\n");
  EXPECT_EQ(hints_in(run.err), 4);
}

TEST(CheckTest, JsonIsOnStandardOutputAlone) {
  WorkFolder folder;
  with_sample(folder, {{kSampleNotice, "closes = 2017-06-27", "closes = 2017-06-26"}});
  const ProgramRun run = folder.run("check --content content --format json");
  EXPECT_EQ(run.exit_code, kExitErrors);
  EXPECT_THAT(run.out, testing::StartsWith("[\n  {\n    \"file\": \"" + std::string(kNotice) +
                                           "\",\n    \"line\": 6,\n    \"column\": 10,\n"
                                           "    \"level\": \"error\",\n"
                                           "    \"code\": \"window-closes-mismatch\",\n"));
  EXPECT_EQ(run.err, "已检查 1 个评选活动、1 份公示、2 名候选对象，发现 1 个错误。\n");
  const ProgramRun clean = with_sample(folder).run("check --content content --format json");
  EXPECT_EQ(clean.exit_code, kExitClean);
  EXPECT_EQ(clean.out, "[]\n");
}

TEST(CheckTest, AWarningIsNoError) {
  WorkFolder folder;
  with_sample(folder, {{"pages/notes.txt", "", "x"}});
  const ProgramRun run = folder.run("check --content content");
  EXPECT_EQ(run.exit_code, kExitClean);
  EXPECT_THAT(run.err, testing::HasSubstr("content/pages/notes.txt:1:1: warning[unused-file]: "));
  EXPECT_THAT(run.err, testing::HasSubstr("没有错误，有 1 个提醒"));
}

TEST(CheckTest, FilesAreNamedAsTheFolderWas) {
  WorkFolder folder;
  with_sample(folder, {{kSampleDeeds, "", kRemoved}});
  EXPECT_THAT(folder.run("check --content ./content/").err,
              testing::StartsWith("content/campaigns"));
  EXPECT_THAT(folder.run("check --content \"$PWD/content\"").err,
              testing::StartsWith(folder.path().string() + "/content/campaigns"));
}

// util-linux's `script` runs the program on a terminal of its own.
TEST(CheckTest, ColoursAreForTerminals) {
  WorkFolder folder;
  with_sample(folder, {{kSampleDeeds, "", kRemoved}});
  constexpr const char* kEscape = "\x1b[";
  EXPECT_THAT(folder.run("check").err, testing::Not(testing::HasSubstr(kEscape)));
  const std::string on_terminal = "TERM=xterm script -qec '" GONGSHI_PROGRAM " check' /dev/null";
  EXPECT_THAT(folder.shell("env -u NO_COLOR " + on_terminal).out,
              testing::HasSubstr("\x1b[1;31merror[missing-file]\x1b[0m: "));
  const std::string plain = folder.shell("NO_COLOR=1 " + on_terminal).out;
  EXPECT_THAT(plain, testing::HasSubstr("error[missing-file]: "));
  EXPECT_THAT(plain, testing::Not(testing::HasSubstr(kEscape)));
}

TEST(CheckTest, AThousandMistakesFillOneScreen) {
  WorkFolder folder;
  std::string rows = "id,award,name\n";
  for (int i = 0; i < 1000; ++i) rows += "x,y\n";
  with_sample(folder, {{kSampleCandidates, "", rows}});
  const ProgramRun run = folder.run("check");
  EXPECT_EQ(run.exit_code, kExitErrors);
  EXPECT_LT(std::ranges::count(run.err, '\n'), 120);
  const std::string last_lines = run.err.substr(run.err.rfind('\n', run.err.rfind("另有")) + 1);
  EXPECT_EQ(last_lines,
            "另有 980 个错误未列出；用 gongshi check --format json 看全部\n"
            "已检查 1 个评选活动、1 份公示、0 名候选对象，发现 1001 个错误。\n");
  const std::string all = folder.run("check --format json").out;
  EXPECT_EQ(std::ranges::count(all, '{'), 1001);
}

// The samples that ship with the program are the first content that people copy.
TEST(CheckTest, TheShippedContentIsClean) {
  const ProgramRun run =
      WorkFolder().run("check --content '" + (source_root() / "content").string() + "'");
  EXPECT_EQ(run.exit_code, kExitClean) << run.err;
  EXPECT_THAT(run.err, testing::EndsWith("，没有发现问题。\n"));
}

}  // namespace
}  // namespace gongshi
