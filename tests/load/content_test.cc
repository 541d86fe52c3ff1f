#include "generator/load/content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/load/sample_content.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Content load(const SourceTree& tree, Diagnostics& problems) { return load_content(tree, problems); }

TEST(ContentTest, TheSampleLoadsWithoutAProblem) {
  Diagnostics problems;
  const Content content = load(sample_content(), problems);
  EXPECT_THAT(places_and_codes(problems), IsEmpty());
  ASSERT_EQ(content.campaigns.size(), 1U);
  ASSERT_EQ(content.notices.size(), 1U);
  ASSERT_EQ(content.calendars.size(), 1U);
  EXPECT_EQ(content.calendars[0].path, "content/calendars/cn.toml");
  EXPECT_EQ(content.site.footer.at(0).value, "示例办公室");
  ASSERT_EQ(content.pages.size(), 1U);
  EXPECT_EQ(content.pages[0].title, "关于本站");
  EXPECT_EQ(content.pages[0].body, "\n这是示例。\n");
  EXPECT_NE(content.find(*CampaignId::parse("pingxuan")), nullptr);
  EXPECT_NE(content.find(*NoticeId::parse("gongshi-2017")), nullptr);
  EXPECT_EQ(content.find(*NoticeId::parse("gongshi-2018")), nullptr);
}

// The digest tells contents apart, and does not tell folders apart.
TEST(ContentTest, DigestIsOfPathsAndBytesAlone) {
  Diagnostics problems;
  SourceTree tree = sample_content();
  const std::string digest = load(tree, problems).sha256;
  EXPECT_EQ(digest.size(), 64U);
  tree.root = "/elsewhere/content";
  EXPECT_EQ(load(tree, problems).sha256, digest);
  tree.files[kSamplePage] += "。";
  EXPECT_NE(load(tree, problems).sha256, digest);
  SourceTree one;
  one.files = {{"pages/a.md", "bc"}, {"pages/d.md", ""}};
  SourceTree other;
  other.files = {{"pages/a.md", "b"}, {"pages/d.md", "c"}};
  EXPECT_NE(load(one, problems).sha256, load(other, problems).sha256);
}

TEST(ContentTest, AnEmptyTreeSaysWhatToWrite) {
  Diagnostics problems;
  load(SourceTree(), problems);
  EXPECT_THAT(places_and_codes(problems),
              ElementsAre("calendars/cn.toml:1:1 missing-file", "site.toml:1:1 missing-file"));
}

struct Case {
  Variation change;
  std::vector<std::string> problems;
};

TEST(ContentTest, FilesAndFoldersThatAreWrong) {
  const std::string folder = "campaigns/pingxuan/";
  const Case cases[] = {
      {{kSampleSite, "", kRemoved}, {"site.toml:1:1 missing-file"}},
      {{kSampleCriteria, "", kRemoved}, {folder + "criteria.md:1:1 missing-file"}},
      {{kSampleDeeds, "", kRemoved}, {folder + "deeds/zhang-san.md:1:1 missing-file"}},
      {{kSampleCalendar, "", kRemoved}, {"calendars/cn.toml:1:1 missing-file"}},
      {{kSampleNotice, "", kRemoved}, {}},  // a campaign without notices is fine
      {{"pages/x y.md", "", "# 题\n"}, {"pages/x y.md:1:1 not-an-identifier"}},
      {{"campaigns/A/campaign.toml", "", ""}, {"campaigns/A/campaign.toml:1:1 not-an-identifier"}},
      {{folder + "notices/B/notice.md", "", ""},
       {folder + "notices/B/notice.md:1:1 not-an-identifier"}},
      {{folder + "notices/c/closing.toml", "", "x = 1"},
       {folder + "notices/c/notice.md:1:1 missing-file"}},
      {{folder + "deeds/zhang-sna.md", "", "文"},
       {folder + "deeds/zhang-sna.md:1:1 unknown-reference"}},
      {{"campaigns/notes.txt", "", "x"}, {"campaigns/notes.txt:1:1 unused-file"}},
      {{"calendars/cn-gx.tmol", "", "x"}, {"calendars/cn-gx.tmol:1:1 unused-file"}},
      {{kSamplePage, "# ", ""}, {"pages/about.md:1:1 page-title"}},
      {{kSamplePage, "# 关于本站", "#  "}, {"pages/about.md:1:1 page-title"}},
  };
  for (const Case& c : cases) {
    SourceTree tree = sample_content();
    apply(c.change, tree);
    Diagnostics problems;
    load(tree, problems);
    EXPECT_EQ(places_and_codes(problems), c.problems) << c.change.file;
  }
}

// Ids of notices stand in URLs and in receipts, without their campaign.
TEST(ContentTest, NoticeIdsAreUniqueInTheSite) {
  SourceTree tree = sample_content();
  for (const auto& [path, bytes] : sample_content().files) {
    if (path.starts_with("campaigns/pingxuan/")) {
      tree.files["campaigns/zhongping/" + path.substr(19)] = bytes;
    }
  }
  Diagnostics problems;
  const Content content = load(tree, problems);
  EXPECT_EQ(content.notices.size(), 1U);
  EXPECT_THAT(places_and_codes(problems),
              ElementsAre("campaigns/zhongping/notices/gongshi-2017/notice.md:1:1 duplicate-id"));
}

}  // namespace
}  // namespace gongshi
