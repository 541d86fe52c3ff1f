// gongshi amend: what it writes, what it refuses, and what it says is left to do.
#include "generator/command/amend.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/command/program_run.h"
#include "tests/load/sample_content.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

// A content folder whose site is published.
class AmendTest : public testing::Test {
 protected:
  AmendTest() {
    folder_.write(tree_);
    EXPECT_EQ(folder_.run("build --as-of 2017-06-22T09:00:00+08:00").exit_code, kExitClean);
  }

  ProgramRun amend(const std::string& words) const {
    return folder_.run("amend " + words + " --at 2017-06-23T10:00:00+08:00");
  }
  std::string text_of(const std::string& name) const {
    std::ifstream in(folder_.path() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::string notice() const { return text_of(kNotice); }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_.path() / name, std::ios::binary) << bytes;
  }
  void expect_untouched() const { EXPECT_EQ(notice(), tree_.files.at(kSampleNotice)); }

  static constexpr const char* kNotice =
      "content/campaigns/pingxuan/notices/gongshi-2017/notice.md";
  const SourceTree tree_ = sample_content();
  const WorkFolder folder_;
};

TEST_F(AmendTest, AnExtensionIsWrittenPublishedAndPurged) {
  const ProgramRun run = amend("extend gongshi-2017 --closes 2017-06-29 --reason 网站故障");
  EXPECT_EQ(run.exit_code, kExitClean) << run.err;
  EXPECT_THAT(run.err, AllOf(StartsWith("已写入 content/campaigns/"),
                             HasSubstr("    [[extension]]\n    closes = 2017-06-29\n"),
                             HasSubstr("1. 用 gongshi build 重新生成并发布网站"),
                             HasSubstr("0 个网址撤下")));
  EXPECT_THAT(run.out, AllOf(HasSubstr("https://gongshi.example/notices/gongshi-2017/\n"),
                             HasSubstr("https://gongshi.example/publicity.json\n"),
                             HasSubstr("https://gongshi.example/\n"), Not(HasSubstr("index.html")),
                             Not(HasSubstr("assets/"))));
  EXPECT_THAT(notice(), HasSubstr("\n\n[[extension]]\ncloses = 2017-06-29\n"
                                  "at = 2017-06-23T10:00:00+08:00\nreason = \"网站故障\"\n+++\n"));
  EXPECT_EQ(folder_.run("check --published public/publicity.json").exit_code, kExitClean);
  EXPECT_EQ(folder_.run("build").exit_code, kExitClean);
  EXPECT_THAT(text_of("public/publicity.json"), HasSubstr("\"closes\": \"2017-06-29\""));
}

// R5: a published end never moves earlier.
TEST_F(AmendTest, WhatCheckWouldRefuseIsNotWritten) {
  struct Refused {
    const char* words;
    const char* says;
  };
  for (const Refused& row : {
           Refused{"extend gongshi-2017 --closes 2017-06-26 --reason x", "extension-not-later"},
           {"correct gongshi-2017 --kind substantive --what 更正职务", "correction-window"},
           {"correct gongshi-2017 --kind removal --what 取消", "correction-candidates-missing"},
           {"correct gongshi-2017 --what 张三身份证号码11010519491231002X", "resident-id"},
       }) {
    const ProgramRun run = amend(row.words);
    EXPECT_EQ(run.exit_code, kExitErrors) << row.words;
    EXPECT_THAT(run.err, AllOf(HasSubstr("error[" + std::string(row.says) + "]"),
                               HasSubstr("没有改动 content/")))
        << row.words;
    EXPECT_THAT(run.out, IsEmpty());
    expect_untouched();
  }
}

TEST_F(AmendTest, ASubstantiveCorrectionBringsItsFullWindow) {
  const std::string correct = "correct gongshi-2017 --kind substantive --what 更正职务";
  EXPECT_THAT(amend(correct).err,
              AllOf(HasSubstr("closes = 2017-06-29"), HasSubstr("加上 --closes")));
  const ProgramRun run = amend(
      "correct gongshi-2017 --kind substantive --candidate zhang-san --what 更正职务 "
      "--closes 2017-06-29");
  EXPECT_EQ(run.exit_code, kExitClean) << run.err;
  EXPECT_THAT(notice(), AllOf(HasSubstr("kind = \"substantive\"\ncandidates = [\"zhang-san\"]\n"),
                              HasSubstr("reason = \"更正后重新公示\"")));
  EXPECT_THAT(run.err, HasSubstr("写错的地方本身还要改"));
}

TEST_F(AmendTest, ASuspensionStopsObjections) {
  const ProgramRun run = amend("suspend gongshi-2017 --reason 等待核查");
  EXPECT_EQ(run.exit_code, kExitClean) << run.err;
  EXPECT_THAT(notice(),
              HasSubstr("# 2017-06-23T10:00:00+08:00 起中止：等待核查\nsuspended = true\n"));
  EXPECT_EQ(folder_.run("build").exit_code, kExitClean);
  EXPECT_THAT(text_of("public/publicity.json"), HasSubstr("\"state\": \"suspended\""));
  EXPECT_EQ(amend("suspend gongshi-2017 --reason 等待核查").exit_code, kExitErrors);
}

TEST_F(AmendTest, AWithdrawalTakesEverythingDown) {
  const ProgramRun run = amend("withdraw gongshi-2017 --reason 重新核对名单");
  EXPECT_EQ(run.exit_code, kExitClean) << run.err;
  EXPECT_THAT(run.out, HasSubstr("https://gongshi.example/notices/gongshi-2017/list.csv\n"));
  ASSERT_EQ(folder_.run("build").exit_code, kExitClean);
  // What it says is gone is gone.
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "public/notices/gongshi-2017/list.csv"));
  EXPECT_EQ(folder_.shell("grep -rl 张𬱖 public").out, "");
  const ProgramRun again = amend("extend gongshi-2017 --closes 2017-06-29 --reason x");
  EXPECT_EQ(again.exit_code, kExitErrors);
  EXPECT_THAT(again.err, HasSubstr("已于 2017-06-23T10:00:00+08:00 撤回"));
}

// R24.
TEST_F(AmendTest, ALeakIsTakenDownAndRecorded) {
  const ProgramRun run = amend("leak gongshi-2017 --what 身份证号码 --by 经办甲");
  EXPECT_EQ(run.exit_code, kExitClean) << run.err;
  EXPECT_THAT(run.err, AllOf(HasSubstr("立刻用 gongshi build"),
                             HasSubstr("按处置记录 leak-gongshi-2017-2017-06-23.md 逐项办理")));
  const std::string record = text_of("leak-gongshi-2017-2017-06-23.md");
  // Each address that is printed is in the record to tick off.
  std::size_t addresses = 0;
  for (std::size_t at = 0; at < run.out.size(); ++addresses) {
    const std::size_t end = run.out.find('\n', at);
    EXPECT_THAT(record, HasSubstr("- [ ] " + run.out.substr(at, end - at) + "\n"));
    at = end + 1;
  }
  EXPECT_GT(addresses, 5U);
  EXPECT_THAT(record, HasSubstr("第五十七条"));
  ASSERT_EQ(folder_.run("build").exit_code, kExitClean);
  EXPECT_EQ(folder_.shell("grep -rl 身份证 public").out, "") << "the reason tells what leaked";
  EXPECT_EQ(folder_.shell("grep -rl 张𬱖 public").out, "");
}

TEST_F(AmendTest, ADrillChangesNothing) {
  const std::string before =
      folder_.shell("sh -c 'ls; find public -type f | sort | xargs sha256sum'").out;
  const ProgramRun run = amend("leak gongshi-2017 --what 身份证号码 --by 经办甲 --dry-run");
  EXPECT_EQ(run.exit_code, kExitClean) << run.err;
  EXPECT_THAT(run.err, AllOf(StartsWith("演练，没有改动"), HasSubstr("# 信息泄露处置记录")));
  EXPECT_THAT(run.out, HasSubstr("https://gongshi.example/notices/gongshi-2017/list.csv\n"));
  expect_untouched();
  EXPECT_EQ(folder_.shell("sh -c 'ls; find public -type f | sort | xargs sha256sum'").out, before);
}

// Whoever has to take something down is not stopped by a mistake elsewhere.
TEST_F(AmendTest, AnotherMistakeDoesNotStopATakedown) {
  write("content/site.toml", tree_.files.at(kSampleSite) + "publsher = \"x\"\n");
  const ProgramRun run = amend("leak gongshi-2017 --what 身份证号码 --by 经办甲");
  EXPECT_EQ(run.exit_code, kExitClean) << run.err;
  EXPECT_THAT(run.err, HasSubstr("改好以前请手工撤下页面，清除全站的缓存"));
  EXPECT_THAT(notice(), HasSubstr("[withdrawal]"));
  EXPECT_THAT(text_of("leak-gongshi-2017-2017-06-23.md"), HasSubstr("清除全站的缓存"));
}

// Withdrawing what a later step stands on is refused, unless personal data is out.
TEST_F(AmendTest, ALeakIsTakenDownThoughALaterStepStandsOnIt) {
  const std::string campaign = tree_.files.at(kSampleCampaign);
  const std::string decision = "[[step]]\nid = \"queding\"";
  std::string longer = campaign;
  longer.insert(longer.find(decision),
                "[[step]]\nid = \"quanguo\"\ntitle = \"全国公示\"\nkind = \"publicity\"\n"
                "working_days = 5\n");
  write(std::string("content/") + kSampleCampaign, longer);
  write(std::string("content/") + kSampleClosing, sample_closing());
  std::string later = tree_.files.at(kSampleNotice);
  for (const auto& [from, to] : {std::pair("shengji", "quanguo"),
                                 {"2017-06-21T", "2017-07-03T"},
                                 {"2017-06-21", "2017-07-03"},
                                 {"2017-06-27", "2017-07-07"},
                                 {"[\"zhang-san\", \"yi-ju\"]", "[\"zhang-san\"]"}}) {
    later.replace(later.find(from), std::string_view(from).size(), to);
  }
  std::filesystem::create_directories(folder_.path() / "content/campaigns/pingxuan/notices/later");
  write("content/campaigns/pingxuan/notices/later/notice.md", later);
  ASSERT_EQ(folder_.run("check").exit_code, kExitClean) << folder_.run("check").err;

  const ProgramRun refused = amend("withdraw gongshi-2017 --reason 重新核对");
  EXPECT_EQ(refused.exit_code, kExitErrors);
  EXPECT_THAT(refused.err, HasSubstr("later/notice.md:3:8: error[step-not-closed]"));
  expect_untouched();
  const ProgramRun leak = amend("leak gongshi-2017 --what 身份证号码 --by 经办甲");
  EXPECT_EQ(leak.exit_code, kExitClean) << leak.err;
  EXPECT_THAT(leak.err, AllOf(HasSubstr("error[step-not-closed]"),
                              HasSubstr("改好以前请手工撤下页面，清除全站的缓存")));
  EXPECT_THAT(notice(), HasSubstr("[withdrawal]"));
}

TEST_F(AmendTest, ARecordThatIsThereIsKeptAndNothingIsDone) {
  write("record.md", "别的记录");
  const ProgramRun run = amend("leak gongshi-2017 --what 证件 --by 经办甲 --record record.md");
  EXPECT_EQ(run.exit_code, kExitErrors);
  EXPECT_EQ(text_of("record.md"), "别的记录");
  expect_untouched();
}

TEST_F(AmendTest, WrongWordsAreSaid) {
  for (const char* words :
       {"extend gongshi-2017", "extend gongshi-2017 --closes soon --reason x",
        "extend --closes 2017-06-29 --reason x", "correct gongshi-2017 --what x --kind typo",
        "correct gongshi-2017 --what x --candidate ../x", "leak gongshi-2017 --what x", "dance"}) {
    const ProgramRun run = amend(words);
    EXPECT_EQ(run.exit_code, kExitUsage) << words;
    EXPECT_THAT(run.err, StartsWith("gongshi：")) << words;
  }
  for (const char* words :
       {"withdraw nobody --reason x", "withdraw '../x' --reason x",
        "withdraw gongshi-2017 --reason ''", "withdraw gongshi-2017 --reason x --content nowhere",
        "leak gongshi-2017 --what ' ' --by 甲"}) {
    const ProgramRun run = amend(words);
    EXPECT_EQ(run.exit_code, kExitErrors) << words;
    EXPECT_THAT(run.err, StartsWith("gongshi：")) << words;
    expect_untouched();
  }
}

TEST_F(AmendTest, HelpIsChinese) {
  const ProgramRun help = folder_.run("amend --help");
  EXPECT_EQ(help.exit_code, kExitClean);
  for (const char* word : {"extend", "correct", "suspend", "withdraw", "leak", "延长公示期"}) {
    EXPECT_THAT(help.out, HasSubstr(word));
  }
  EXPECT_THAT(folder_.run("amend leak --help").out,
              AllOf(HasSubstr("演练"), HasSubstr("--record")));
}

}  // namespace
}  // namespace gongshi
