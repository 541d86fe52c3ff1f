#include "generator/command/campaign_build.h"

#include <gmock/gmock.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <sstream>

#include "generator/command/site_build.h"
#include "site-templates/template_set.h"
#include "tests/command/program_run.h"
#include "tests/load/sample_content.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kMorning = "2017-06-22T09:00:00+08:00";
constexpr const char* kTable = "campaigns/pingxuan/notices/gongshi-2017/attachments/表.csv";

// The sample, with an attachment, and beside it another campaign with a notice of its own.
SourceTree two_campaigns() {
  SourceTree tree = sample_content();
  tree.files[kTable] = "姓名\n张三\n";
  for (const auto& [path, bytes] : sample_content().files) {
    if (!path.starts_with("campaigns/pingxuan/")) continue;
    std::string there = "campaigns/qita/" + path.substr(19);
    const std::size_t notice = there.find("gongshi-2017");
    if (notice != std::string::npos) there.replace(notice, 12, "qita-2017");
    tree.files[there] = bytes;
  }
  return tree;
}

class CampaignBuildTest : public testing::Test {
 protected:
  CampaignBuildTest() {
    options_.places.content = work_.path() / "content";
    options_.places.out = work_.path() / "public";
    options_.places.published = work_.path() / "public/publicity.json";
    options_.jobs = 2;
    begin();
  }

  // The content as it was at first, built.
  void begin() {
    fs::remove_all(options_.places.content);
    fs::remove_all(options_.places.out);
    work_.write(two_campaigns());
    ASSERT_EQ(build(options_), 0);
  }

  static int build(const SiteBuildOptions& options) {
    std::ostringstream said;
    return build_site(options, *parse_instant(kMorning), {.out = said, .err = said}).exit_code;
  }

  // Nothing when the edit is not for it.
  std::optional<PublishCounts> build_campaigns_alone(const std::string& as_of = kMorning) {
    auto last = last_build(options_.places);
    return last ? build_with(*last, as_of) : std::nullopt;
  }

  std::optional<PublishCounts> build_with(LastBuild& last, const std::string& as_of = kMorning) {
    const auto counts =
        build_campaigns(options_.places, TemplateSet::embedded(), 2, *parse_instant(as_of), last);
    if (!counts) return std::nullopt;
    EXPECT_TRUE(*counts);
    warnings_ = last.record.warnings;
    return **counts;
  }

  void edit(const Variation& change) const {
    SourceTree tree = two_campaigns();
    const fs::path file = options_.places.content / change.file;
    if (change.to == kRemoved) {
      fs::remove(file);
      return;
    }
    apply(change, tree);
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << tree.files[change.file];
  }

  std::string read(const std::string& path) const {
    std::ifstream file(options_.places.out / path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  // What differs between the site and one made anew.
  std::string difference_to_clean() const {
    SiteBuildOptions clean = options_;
    clean.places.out = work_.path() / "clean";
    clean.places.published = std::nullopt;
    fs::remove_all(clean.places.out);
    EXPECT_EQ(build(clean), 0);
    return work_.shell("diff -rq -x .gongshi public clean").out;
  }

  const WorkFolder work_;
  SiteBuildOptions options_;
  Diagnostics warnings_;
};

struct Row {
  const char* what;
  Variation change;
  bool is_for_it;
};

const Row kRows[] = {
    {"deeds", {kSampleDeeds, "走村", "进村"}, true},
    {"the body of a notice", {kSampleNotice, "现予公示", "现在公示"}, true},
    {"criteria", {kSampleCriteria, "突出", "感人"}, true},
    {"an attachment", {kTable, "张三", "张三丰"}, true},
    {"deeds that a person should look at", {kSampleDeeds, "。", "，电话0351-4019050。"}, true},
    {"the front of a notice", {kSampleNotice, "推荐对象", "拟推荐对象"}, false},
    {"a telephone in a notice's front", {kSampleNotice, "0000-1234567", "0000-7654321"}, false},
    {"the campaign", {kSampleCampaign, "示例评选", "示例评比"}, false},
    {"the list", {kSampleCandidates, "科长", "处长"}, false},
    {"the site", {kSampleSite, "示例公示网", "公示网"}, false},
    {"a page", {kSamplePage, "这是示例", "这是例子"}, false},
    {"a calendar", {kSampleCalendar, "全国", "国家"}, false},
    {"the decision", {"campaigns/pingxuan/decree.md", "", "决定表彰。\n"}, false},
    {"one attachment more",
     {"campaigns/pingxuan/notices/gongshi-2017/attachments/b.csv", "", "x\n"},
     false},
    {"deeds that are gone", {kSampleDeeds, "", kRemoved}, false},
    {"deeds that are too long", {kSampleDeeds, "走村", std::string(150, 'x')}, false},
    {"a number that must not be there", {kSampleDeeds, "。", "，电话13800138000。"}, false},
    {"the same behind markup", {kSampleDeeds, "。", "，138**0013**8000。"}, false},
};

TEST_F(CampaignBuildTest, OnlyWordsThatNoListingShows) {
  for (const Row& row : kRows) {
    begin();
    edit(row.change);
    const std::string before = read("publicity.json");
    const auto counts = build_campaigns_alone();
    ASSERT_EQ(counts.has_value(), row.is_for_it) << row.what;
    if (!counts) {
      EXPECT_EQ(read("publicity.json"), before) << row.what;
      continue;
    }
    EXPECT_GE(counts->written, 2) << row.what << ": its page, and the manifest";
    EXPECT_EQ(counts->removed, 0);
    EXPECT_THAT(difference_to_clean(), IsEmpty()) << row.what;
    const auto again = last_build(options_.places);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->is_unchanged(*parse_instant(kMorning))) << row.what;
  }
}

TEST_F(CampaignBuildTest, OneEditAfterAnother) {
  for (const char* word : {"进村", "下村", "驻村"}) {
    edit({kSampleDeeds, "走村", word});
    ASSERT_TRUE(build_campaigns_alone()) << word;
    EXPECT_THAT(read("campaigns/pingxuan/candidates/zhang-san/index.html"), HasSubstr(word));
  }
  EXPECT_THAT(difference_to_clean(), IsEmpty());
}

TEST_F(CampaignBuildTest, SeveralCampaignsAtOnce) {
  edit({kSampleDeeds, "走村", "进村"});
  edit({"campaigns/qita/notices/qita-2017/notice.md", "现予公示", "现在公示"});
  ASSERT_TRUE(build_campaigns_alone());
  EXPECT_THAT(difference_to_clean(), IsEmpty());
}

// They are not even there.
TEST_F(CampaignBuildTest, OtherCampaignsAreNotRead) {
  edit({kSampleDeeds, "走村", "进村"});
  auto last = last_build(options_.places);
  ASSERT_TRUE(last);
  fs::remove_all(options_.places.content / "campaigns/qita");
  EXPECT_TRUE(build_with(*last));
}

TEST_F(CampaignBuildTest, WhatIsWrongIsSaidAsLongAsItIs) {
  const auto about = [](const char* code) { return Contains(Field(&Diagnostic::code, code)); };
  edit({"campaigns/qita/deeds/zhang-san.md", "。", "，电话0351-4019050。"});
  ASSERT_TRUE(build_campaigns_alone());
  edit({kSampleDeeds, "走村", "<b>走村</b>"});
  ASSERT_TRUE(build_campaigns_alone());
  EXPECT_THAT(warnings_, about("landline-suspect")) << "of the campaign that was not read";
  EXPECT_THAT(warnings_, about("raw-html"));
  edit({kSampleDeeds, "走村", "进村"});
  ASSERT_TRUE(build_campaigns_alone());
  EXPECT_THAT(warnings_, about("landline-suspect"));
  EXPECT_THAT(warnings_, Not(about("raw-html")));
}

struct Doubt {
  const char* what;
  std::function<void(const fs::path& work)> make;
};

const Doubt kDoubts[] = {
    {"a page that a hand changed",
     [](const fs::path& work) { std::ofstream(work / "public/archive/index.html") << "x"; }},
    {"a manifest that a hand changed",
     [](const fs::path& work) { std::ofstream(work / "public/publicity.json") << "{}"; }},
    {"another edit, of the site",
     [](const fs::path& work) { std::ofstream(work / "content/pages/more.md") << "# 更多\n"; }},
};

TEST_F(CampaignBuildTest, AnyDoubtIsForAFullBuild) {
  for (const Doubt& doubt : kDoubts) {
    begin();
    edit({kSampleDeeds, "走村", "进村"});
    doubt.make(work_.path());
    EXPECT_FALSE(build_campaigns_alone()) << doubt.what;
  }
  begin();
  edit({kSampleDeeds, "走村", "进村"});
  EXPECT_FALSE(build_campaigns_alone("2017-06-23T00:00:00+08:00")) << "the clock moves a listing";
}

// A second edit, after somebody looked and before the files were read.
TEST_F(CampaignBuildTest, AnEditWhileItReadsIsForAFullBuild) {
  edit({kSampleDeeds, "走村", "进村"});
  auto last = last_build(options_.places);
  ASSERT_TRUE(last);
  edit({kSampleCriteria, "突出", "感人"});
  EXPECT_FALSE(build_with(*last));
}

}  // namespace
}  // namespace gongshi
