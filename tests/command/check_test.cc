// gongshi check, as a person and as a program runs it.
#include "generator/command/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/command/program_run.h"
#include "tests/load/sample_content.h"

namespace gongshi {
namespace {

constexpr const char* kNotice = "content/campaigns/pingxuan/notices/gongshi-2017/notice.md";

WorkFolder& with_sample(WorkFolder& folder, const std::vector<Variation>& changes = {}) {
  SourceTree tree = sample_content();
  for (const Variation& change : changes) apply(change, tree);
  folder.write(tree);
  return folder;
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
  EXPECT_EQ(run.err,
            "content/campaigns/pingxuan/deeds/zhang-san.md:1:1: error[missing-file]: "
            "没有这个文件；请新建它，写上“张𬱖”的主要事迹\n" +
                std::string(kNotice) +
                ":6:10: error[window-closes-mismatch]: 公示截止日写的是2018年6月27日，"
                "按规定是2017年6月27日：日月相符，请改正年份\n"
                "content/site.toml:1:1: error[missing-key]: 缺少“publisher”，请补上\n"
                "content/site.toml:3:1: error[unknown-key]: 不认识“publsher”；"
                "是不是“publisher”？\n"
                "已检查 1 个评选活动、1 份公示、2 名候选对象，发现 4 个错误。\n");
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

// The samples that ship with the program are the first content that people copy.
TEST(CheckTest, TheShippedContentIsClean) {
  const ProgramRun run = WorkFolder().run("check --content '" SOURCE_ROOT "/content'");
  EXPECT_EQ(run.exit_code, kExitClean) << run.err;
  EXPECT_THAT(run.err, testing::EndsWith("没有发现问题。\n"));
}

}  // namespace
}  // namespace gongshi
