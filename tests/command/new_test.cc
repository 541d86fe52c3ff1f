// gongshi new: what it makes, and that nothing but its blanks keeps it from being published.
#include "generator/command/new.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "generator/command/files.h"
#include "generator/load/blank_mark.h"
#include "tests/command/program_run.h"
#include "tests/load/sample_content.h"

namespace gongshi {
namespace {

// The sample's site and calendar, which knows 2017; no campaign.
void write_site(const WorkFolder& folder) {
  SourceTree tree = sample_content();
  std::erase_if(tree.files, [](const auto& file) { return file.first.starts_with("campaigns/"); });
  folder.write(tree);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

// Each blank with a text of its own, as a person fills them in.
std::string filled(std::string text) {
  for (int number = 1; text.find(kBlankMark) != std::string::npos; ++number) {
    const std::size_t at = text.find(kBlankMark);
    const std::size_t end = text.find("）", at);
    text.replace(at, end + std::string_view("）").size() - at, "示例" + std::to_string(number));
  }
  return text;
}

void rewrite(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

TEST(NewTest, OnceTheBlanksAreFilledThereIsNothingToFind) {
  WorkFolder folder;
  write_site(folder);
  EXPECT_EQ(folder.run("new campaign pingxuan-2017").exit_code, kExitClean);
  EXPECT_EQ(folder.run("new notice pingxuan-2017/gongshi").exit_code, kExitClean);
  const auto campaign = folder.path() / "content/campaigns/pingxuan-2017";
  const auto notice = campaign / "notices/gongshi/notice.md";

  const ProgramRun before = folder.run("check --format json");
  EXPECT_EQ(before.exit_code, kExitErrors);
  std::set<std::string> codes;
  std::istringstream lines(before.out);
  for (std::string line; std::getline(lines, line);) {
    if (line.find("\"code\"") != std::string::npos) codes.insert(line);
  }
  EXPECT_EQ(codes, (std::set<std::string>{"    \"code\": \"blank-left\",",
                                          "    \"code\": \"missing-key\",",
                                          "    \"code\": \"page-content-candidates\",",
                                          "    \"code\": \"step-not-closed\","}));

  std::string rules = filled(read_file(campaign / "campaign.toml").value());
  rewrite(campaign / "campaign.toml",
          replaced(rules, "# completed = 2026-06-01", "completed = 2017-06-01"));
  rewrite(campaign / "criteria.md", filled(read_file(campaign / "criteria.md").value()));
  std::string text = filled(read_file(notice).value());
  text = replaced(text, "# published_at = 2026-06-08", "published_at = 2017-06-21");
  rewrite(notice, replaced(text, "# on = 2026-06-05", "on = 2017-06-20"));
  rewrite(campaign / "candidates.csv", read_file(campaign / "candidates.csv").value() +
                                           "zhang-san,individual,张三,甲局,科长,甲市,女,,\n");
  rewrite(campaign / "deeds/zhang-san.md", "走村入户，解决难题。\n");
  const ProgramRun after = folder.run("check");
  EXPECT_EQ(after.err, "已检查 1 个评选活动、1 份公示、1 名候选对象，没有发现问题。\n");
}

TEST(NewTest, SaysWhatItMade) {
  WorkFolder folder;
  write_site(folder);
  const ProgramRun campaign = folder.run("new campaign a --title '甲 \"乙\"'");
  EXPECT_EQ(campaign.out,
            "content/campaigns/a/campaign.toml\ncontent/campaigns/a/candidates.csv\n"
            "content/campaigns/a/criteria.md\n");
  EXPECT_THAT(campaign.err, testing::HasSubstr("gongshi new notice a/编号"));
  EXPECT_TRUE(std::filesystem::is_directory(folder.path() / "content/campaigns/a/deeds"));
  EXPECT_THAT(read_file(folder.path() / "content/campaigns/a/campaign.toml").value(),
              testing::HasSubstr("\ntitle = \"甲 \\\"乙\\\"\"\n"));
  const ProgramRun notice = folder.run("new notice a/b");
  EXPECT_EQ(notice.out, "content/campaigns/a/notices/b/notice.md\n");
  EXPECT_THAT(notice.err, testing::HasSubstr("这份公示属于步骤“publicity”"));
}

TEST(NewTest, EachMistakeIsOneSentenceAndMakesNothing) {
  WorkFolder folder;
  folder.write(sample_content());
  SourceTree without_publicity;
  without_publicity.files["campaigns/done/campaign.toml"] = "title = \"甲\"\n";
  folder.write(without_publicity);
  const std::pair<const char*, const char*> cases[] = {
      {"new", "请写明要做什么"},
      {"new campaign", "请写上 ID"},
      {"new campaign 甲", "“甲”不能作编号"},
      {"new campaign ../x", "“../x”不能作编号"},
      {"new campaign pingxuan", "已经有评选活动“pingxuan”了"},
      {"new campaign x --content none", "没有“none”这个文件夹"},
      {"new campaign x --title \"$(printf 'a\\001b')\"", "--title 里有不能显示的字符"},
      {"new notice gongshi", "“gongshi”应当写成 评选活动/公示编号"},
      {"new notice none/x", "没有评选活动“none”"},
      {"new notice pingxuan/X", "“X”不能作编号"},
      {"new notice pingxuan/x/y", "“x/y”不能作编号"},
      {"new notice pingxuan/gongshi-2017", "“gongshi-2017”已经是"},
      {"new notice done/x", "评选活动“done”没有待举行的公示"},
  };
  const auto files = [&] {
    const auto all = std::filesystem::recursive_directory_iterator(folder.path() / "content");
    return std::distance(begin(all), end(all));
  };
  const auto before = files();
  for (const auto& [arguments, sentence] : cases) {
    const ProgramRun run = folder.run(arguments);
    EXPECT_NE(run.exit_code, kExitClean) << arguments;
    EXPECT_EQ(run.out, "") << arguments;
    EXPECT_THAT(run.err, testing::StartsWith(std::string("gongshi：") + sentence));
  }
  EXPECT_EQ(files(), before);
}

}  // namespace
}  // namespace gongshi
