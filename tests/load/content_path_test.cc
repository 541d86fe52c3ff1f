#include "generator/load/content_path.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(ContentPathTest, EachFileHasItsPlace) {
  struct Case {
    const char* path;
    FileKind kind;
    const char* campaign;
    const char* id;
  };
  const Case cases[] = {
      {"site.toml", FileKind::Site, "", ""},
      {"calendars/cn-gx.toml", FileKind::Calendar, "", "cn-gx"},
      {"pages/about.md", FileKind::Page, "", "about"},
      {"campaigns/x/campaign.toml", FileKind::Campaign, "x", ""},
      {"campaigns/x/criteria.md", FileKind::Criteria, "x", ""},
      {"campaigns/x/candidates.csv", FileKind::Candidates, "x", ""},
      {"campaigns/x/deeds/y.md", FileKind::Deeds, "x", "y"},
      {"campaigns/x/notices/n/notice.md", FileKind::Notice, "x", "n"},
      {"campaigns/x/notices/n/closing.toml", FileKind::Closing, "x", "n"},
      {"campaigns/x/notices/n/attachments/表 1.csv", FileKind::Attachment, "x", "n"},
      {"", FileKind::Other, "", ""},
      {"site.tml", FileKind::Other, "", ""},
      {"x/site.toml", FileKind::Other, "", ""},
      {"calendars/.toml", FileKind::Other, "", ""},
      {"calendars/cn.json", FileKind::Other, "", ""},
      {"calendars/old/cn.toml", FileKind::Other, "", ""},
      {"pages/about.html", FileKind::Other, "", ""},
      {"campaigns/campaign.toml", FileKind::Other, "", ""},
      {"campaigns/x/campain.toml", FileKind::Other, "x", ""},
      {"campaigns/x/deeds/y.txt", FileKind::Other, "x", ""},
      {"campaigns/x/deeds/z/y.md", FileKind::Other, "x", ""},
      {"campaigns/x/notices/notice.md", FileKind::Other, "x", ""},
      {"campaigns/x/notices/n/notise.md", FileKind::Other, "x", "n"},
      {"campaigns/x/notices/n/m/notice.md", FileKind::Other, "x", "n"},
      {"campaigns/x/notices/n/attachments", FileKind::Other, "x", "n"},
      {"campaigns/x/notices/n/attachments/a/b.csv", FileKind::Other, "x", "n"},
      {"campaigns/x/attachments/b.csv", FileKind::Other, "x", ""},
  };
  for (const Case& c : cases) {
    const ContentPath found = classify(c.path);
    EXPECT_EQ(found.kind, c.kind) << c.path;
    EXPECT_EQ(found.campaign, c.campaign) << c.path;
    EXPECT_EQ(found.id, c.id) << c.path;
  }
}

TEST(ContentPathTest, FoldersEndInASlash) {
  EXPECT_EQ(campaign_folder("x"), "campaigns/x/");
  EXPECT_EQ(notice_folder("x", "n"), "campaigns/x/notices/n/");
}

TEST(ContentPathTest, TheCampaignOfAPath) {
  EXPECT_EQ(campaign_of("campaigns/x"), "x");
  EXPECT_EQ(campaign_of("campaigns/x/deeds/y.md"), "x");
  EXPECT_EQ(campaign_of("campaigns"), "");
  EXPECT_EQ(campaign_of("campaigns/"), "");
  EXPECT_EQ(campaign_of("pages/campaigns/x"), "");
}

}  // namespace
}  // namespace gongshi
