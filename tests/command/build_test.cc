#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "generator/notice/manifest.h"
#include "tests/command/program_run.h"
#include "tests/load/sample_content.h"
#include "tests/source_root.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kBuild = "build --as-of 2017-06-22T09:00:00+08:00 --jobs 2";
constexpr const char* kNoticePage = "public/notices/gongshi-2017/index.html";

class BuildCommandTest : public testing::Test {
 protected:
  BuildCommandTest() { work_.write(sample_content()); }

  void write(const Variation& variation) const {
    SourceTree tree = sample_content();
    apply(variation, tree);
    fs::remove_all(work_.path() / "content");
    work_.write(tree);
  }

  std::string read(const std::string& path) const {
    std::ifstream file(work_.path() / path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  const WorkFolder work_;
};

TEST_F(BuildCommandTest, WritesTheSiteAndTheManifest) {
  const ProgramRun run = work_.run(kBuild);
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out, "下次需要重建：2017-06-23T00:00:00+08:00（关于推荐对象的公示：还剩3天）\n");
  EXPECT_THAT(run.err, HasSubstr("已生成 1 份公示的网站：public"));
  EXPECT_THAT(read("public/index.html"), HasSubstr("gongshi-2017"));
  EXPECT_TRUE(fs::exists(work_.path() / kNoticePage));
  const auto manifest = read_manifest(read("public/publicity.json"));
  ASSERT_TRUE(manifest) << manifest.error().message;
  EXPECT_EQ(manifest->notices.size(), 1U);
}

// Whoever has the content proves with the tools of any system that the site was made from it.
TEST_F(BuildCommandTest, TheDigestOfTheContentIsThatOfTheListOfDigests) {
  ASSERT_EQ(work_.run(kBuild).exit_code, 0);
  const ProgramRun run = work_.shell(
      "(cd content; find -type f -printf '%P\\0' | LC_ALL=C sort -z | xargs -0 sha256sum |"
      " sha256sum | cut -c1-64)");
  EXPECT_EQ(read_manifest(read("public/publicity.json"))->content_sha256 + "\n", run.out);
}

TEST_F(BuildCommandTest, SaysOnStandardOutputWhenToBuildAgain) {
  const auto says = [&](const std::string& as_of) {
    return work_.run("build --as-of " + as_of).out;
  };
  EXPECT_THAT(says("2017-06-20T09:00:00+08:00"),
              HasSubstr("2017-06-21T00:00:00+08:00（关于推荐对象的公示：开始公示）"));
  EXPECT_THAT(says("2017-06-24T00:00:00+08:00"),
              HasSubstr("2017-06-27T00:00:00+08:00（关于推荐对象的公示：进入最后一天）"));
  EXPECT_THAT(says("2017-06-27T00:00:00+08:00"),
              HasSubstr("2017-06-28T00:00:00+08:00（关于推荐对象的公示：公示期满）"));
  EXPECT_THAT(says("2017-06-28T00:00:00+08:00"), IsEmpty()) << "nothing will change any more";
}

TEST_F(BuildCommandTest, BuildingAgainWritesNothing) {
  ASSERT_EQ(work_.run(kBuild).exit_code, 0);
  EXPECT_THAT(work_.run(kBuild).err, HasSubstr("写入 0 个文件"));
}

// Warnings with their excerpts, the count, the next change: who reads it cannot tell how little was
// done.
TEST_F(BuildCommandTest, BuildingAgainSaysTheSame) {
  write({kSampleNotice, "0000-1234567", "13800138000"});
  const ProgramRun first = work_.run(kBuild);
  ASSERT_EQ(first.exit_code, 0) << first.err;
  ASSERT_THAT(first.err, HasSubstr("warning[mobile-number-suspect]"));
  const ProgramRun again = work_.run(kBuild);
  fs::remove(work_.path() / "public/.gongshi/record");
  const ProgramRun anew = work_.run(kBuild);
  EXPECT_EQ(again.exit_code, 0);
  EXPECT_EQ(again.out, first.out);
  EXPECT_EQ(again.err, anew.err);
  EXPECT_EQ(again.out, anew.out);
}

TEST_F(BuildCommandTest, OverAnErrorNothingIsPublished) {
  ASSERT_EQ(work_.run(kBuild).exit_code, 0);
  const std::string before = read(kNoticePage);
  write({kSampleDeeds, "", kRemoved});
  const ProgramRun run = work_.run(kBuild);
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.err, HasSubstr("error["));
  EXPECT_THAT(run.err, HasSubstr("没有发布，public 保持原样"));
  EXPECT_EQ(read(kNoticePage), before);
}

// What readers were told is held against what the folder would tell them next.
TEST_F(BuildCommandTest, APublishedTimeIsNotRewritten) {
  ASSERT_EQ(work_.run(kBuild).exit_code, 0);
  const std::string before = read("public/publicity.json");
  write({kSampleNotice, "2017-06-21T00:00:00", "2017-06-21T08:00:00"});
  EXPECT_EQ(work_.run("check").exit_code, 0) << "check alone does not know what was published";
  for (const char* again : {kBuild, "check --published public/publicity.json"}) {
    const ProgramRun run = work_.run(again);
    EXPECT_EQ(run.exit_code, 1) << again;
    EXPECT_THAT(run.err, HasSubstr("notice.md:4:16: error[publication-time-changed]")) << again;
  }
  EXPECT_EQ(read("public/publicity.json"), before);
  EXPECT_EQ(work_.run("check --published public/gone.json").exit_code, 2);
}

TEST_F(BuildCommandTest, ABrokenManifestIsNotWrittenOver) {
  ASSERT_EQ(work_.run(kBuild).exit_code, 0);
  std::ofstream(work_.path() / "public/publicity.json") << "{";
  const ProgramRun run = work_.run(kBuild);
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.err, HasSubstr("public/publicity.json:1:1: error[published-unreadable]"));
  EXPECT_EQ(read("public/publicity.json"), "{");
}

TEST_F(BuildCommandTest, AManifestThatIsAFolderIsSaidToBeUnreadable) {
  std::filesystem::create_directories(work_.path() / "public/publicity.json");
  const ProgramRun run = work_.run(kBuild);
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.err, HasSubstr("public/publicity.json:1:1: error[published-unreadable]"));
  EXPECT_THAT(run.err, HasSubstr("读不出已经发布的清单，无法核对发布时间和截止日：文件打不开"));
}

// Emphasis in the middle hides the number in the source, and nobody sees it on the page.
TEST_F(BuildCommandTest, WhatShowsOnlyOnThePageIsNotPublished) {
  ASSERT_EQ(work_.run(kBuild).exit_code, 0);
  const std::string before = read(kNoticePage);
  write({kSampleNotice, "现予公示", "现予公示，电话138**0013**8000"});
  const ProgramRun check = work_.run("check");
  EXPECT_EQ(check.exit_code, 1) << "check says what build will say";
  EXPECT_THAT(check.err, HasSubstr("notices/gongshi-2017/index.html:1:1: error[personal-data"));
  const ProgramRun run = work_.run(kBuild);
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.err,
              HasSubstr(std::string(kNoticePage) + ":1:1: error[personal-data-in-output]"));
  EXPECT_THAT(run.err, HasSubstr("发现 2 个错误；没有发布，public 保持原样")) << "page and paper";
  EXPECT_THAT(run.err, Not(HasSubstr("13800138000")));
  EXPECT_EQ(read(kNoticePage), before);
  EXPECT_THAT(read("public/publicity.json"), Not(HasSubstr("138")));
}

TEST_F(BuildCommandTest, AWorkTelephoneInAChannelMayStandOnThePage) {
  write({kSampleNotice, "0000-1234567", "13800138000"});
  const ProgramRun run = work_.run(kBuild);
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.err, HasSubstr("warning[mobile-number-suspect]"));
  EXPECT_THAT(read(kNoticePage), HasSubstr("tel:13800138000"));
}

TEST_F(BuildCommandTest, AttachmentsArePublishedByteForByte) {
  const std::string attachment = "notices/gongshi-2017/attachments/名单 1.csv";
  write({"campaigns/pingxuan/" + attachment, "", "姓名\r\n𬱖\r\n"});
  ASSERT_EQ(work_.run(kBuild).exit_code, 0);
  EXPECT_EQ(read("public/" + attachment), "姓名\r\n𬱖\r\n");
  EXPECT_THAT(read(kNoticePage), HasSubstr("attachments/%E5%90%8D%E5%8D%95%201.csv"));
  write({kSampleNotice, "[[review]]",
         "[withdrawal]\nat = 2017-06-22T09:00:00+08:00\nreason = \"名单有误\"\n[[review]]"});
  ASSERT_EQ(work_.run(kBuild).exit_code, 0);
  EXPECT_FALSE(fs::exists(work_.path() / "public" / attachment)) << "gone with the withdrawal";
}

TEST_F(BuildCommandTest, ABrokenTemplateLeavesTheWholeSiteAsItWas) {
  const fs::path templates = work_.path() / "templates";
  fs::copy(source_root() / "site-templates", templates, fs::copy_options::recursive);
  const std::string build = std::string(kBuild) + " --templates templates";
  ASSERT_EQ(work_.run(build).exit_code, 0);
  const std::string before = read("public/index.html");
  std::ofstream(templates / "pages/home.mustache") << "<h1>{{title}}</h1>";
  std::ofstream(templates / "pages/notice.mustache") << "<h1>{{notice.titel}}</h1>";
  const ProgramRun run = work_.run(build);
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.err, HasSubstr("模板 pages/notice.mustache:1：字段 notice.titel"));
  EXPECT_EQ(read("public/index.html"), before);
}

struct Refusal {
  const char* arguments;
  int exit_code;
  const char* said;
};

const Refusal kRefusals[] = {
    {"build --content nowhere", 2, "nowhere"},
    {"build --templates nowhere", 1, "nowhere"},
    {"build --out content", 1, "重叠"},
    {"build --out content/public", 1, "重叠"},
    {"build --out .", 1, "重叠"},
    {"build --out mine", 1, "不是 gongshi 生成的"},
    {"build --as-of 2017-06-22", 2, "2017-06-22"},
    {"build --jobs 0", 2, "“0”"},
    {"build --jobs x", 2, "“x”"},
    {"build --out", 2, "--out"},
};

TEST_F(BuildCommandTest, RefusesWithASentence) {
  fs::create_directory(work_.path() / "mine");
  std::ofstream(work_.path() / "mine/thesis.doc") << "mine";
  for (const Refusal& refusal : kRefusals) {
    const ProgramRun run = work_.run(refusal.arguments);
    EXPECT_EQ(run.exit_code, refusal.exit_code) << refusal.arguments << "\n" << run.err;
    EXPECT_THAT(run.err, HasSubstr(refusal.said)) << refusal.arguments;
    EXPECT_THAT(run.err, Not(HasSubstr("已生成"))) << refusal.arguments;
  }
}

}  // namespace
}  // namespace gongshi
