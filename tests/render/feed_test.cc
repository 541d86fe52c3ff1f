#include "generator/render/feed.h"

#include <gmock/gmock.h>

#include "generator/notice/json.h"
#include "generator/render/atom_feed.h"
#include "generator/render/json_feed.h"
#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using Pieces = std::vector<std::string>;

Instant at(std::string_view text) { return parse_instant(text).value(); }

TEST(FeedTest, TellsEachNoticeWithItsWindowInWords) {
  SampleSite site;
  const Feed feed = site_feed(site.model());
  ASSERT_THAT(feed.entries, SizeIs(1));
  const FeedEntry& entry = feed.entries.front();
  EXPECT_EQ(entry.address, "https://gongshi.example/notices/shanxi-2017/");
  EXPECT_EQ(entry.title, site.notice().title);
  EXPECT_EQ(entry.summary,
            "公示期：2017年6月21日至2017年6月27日，共5个工作日；截止时间：2017年6月27日24时"
            "（含当日）。");
  EXPECT_EQ(entry.author, "山西省推荐评选领导小组办公室");
  EXPECT_EQ(to_text(entry.published), "2017-06-21T09:00:00+08:00");
  EXPECT_EQ(entry.updated, entry.published);
  EXPECT_EQ(feed.updated, entry.updated);
}

TEST(FeedTest, AChangeMovesAnEntryUpAndKeepsItsPublication) {
  SampleSite site;
  site.add_notice("later", {"yuci"}).published_at = at("2017-08-01T09:00:00+08:00");
  EXPECT_THAT(site_feed(site.model()).entries.front().address, HasSubstr("later"));
  site.notice().corrections = {{.at = at("2017-08-02T09:00:00+08:00"), .what = "更正。"}};
  const Feed feed = site_feed(site.model());
  EXPECT_THAT(feed.entries.front().address, HasSubstr("shanxi-2017"));
  EXPECT_EQ(to_text(feed.entries.front().published), "2017-06-21T09:00:00+08:00");
  EXPECT_EQ(to_text(feed.updated), "2017-08-02T09:00:00+08:00");
}

TEST(FeedTest, AClosedNoticeHasItsResultAsWell) {
  SampleSite site;
  site.notice().closing = sample_closing();
  const Feed feed = site_feed(site.model());
  ASSERT_THAT(feed.entries, SizeIs(2));
  const FeedEntry& result = feed.entries[1];
  EXPECT_EQ(result.address, "https://gongshi.example/notices/shanxi-2017/result/");
  EXPECT_EQ(result.title, site.notice().title + "（公示结果）");
  EXPECT_EQ(result.summary, standard_sentence(*site.notice().closing));
  EXPECT_EQ(result.published, site.notice().closing->closed_at);
}

TEST(FeedTest, OfAWithdrawnNoticeOnlyThatItIsGone) {
  SampleSite site;
  Notice& notice = site.notice();
  notice.closing = sample_closing();
  notice.corrections = {{.at = at("2017-06-22T09:00:00+08:00"), .what = "独一无二"}};
  notice.withdrawal = Withdrawal{.at = at("2017-07-10T09:00:00+08:00"), .reason = "独一无二"};
  const Feed feed = site_feed(site.model());
  ASSERT_THAT(feed.entries, SizeIs(1));
  EXPECT_EQ(feed.entries[0].address, "https://gongshi.example/notices/shanxi-2017/");
  EXPECT_EQ(feed.entries[0].title, "已撤回的公示（编号 shanxi-2017）");
  EXPECT_EQ(feed.entries[0].summary, "公示单位于2017年7月10日 09:00撤回了这个公示。");
  for (const std::string& text : {write_atom(feed), write_json_feed(feed)}) {
    EXPECT_THAT(text, Not(HasSubstr("独一无二")));
    EXPECT_THAT(text, Not(HasSubstr("先进集体")));
  }
}

TEST(FeedTest, NamesOfCandidatesAreNotInIt) {
  SampleSite site;
  site.notice().closing = sample_closing();
  const Feed feed = site_feed(site.model());
  for (const Candidate& candidate : site.campaign().candidates) {
    EXPECT_THAT(write_atom(feed), Not(HasSubstr(candidate.name)));
    EXPECT_THAT(write_json_feed(feed), Not(HasSubstr(candidate.name)));
  }
}

TEST(FeedTest, SaysWhatIsSuspendedAndWhatIsMadeUp) {
  SampleSite site;
  site.notice().suspended = true;
  site.notice().example = true;
  EXPECT_THAT(site_feed(site.model()).entries[0].summary,
              HasInOrder(Pieces{"公示期：", "公示已中止", "示例：名单和事迹是虚构的。"}));
}

TEST(FeedTest, TheLimitKeepsWhatChangedLast) {
  SampleSite site;
  for (int i = 0; i < 60; ++i) {
    site.add_notice("n" + std::to_string(i), {"yuci"}).published_at =
        Instant{site.content.notices.front().published_at.utc + std::chrono::hours(i + 1)};
  }
  const Feed feed = site_feed(site.model());
  ASSERT_THAT(feed.entries, SizeIs(kFeedEntriesMax));
  EXPECT_THAT(feed.entries.front().address, HasSubstr("/n59/"));
  EXPECT_THAT(feed.entries.back().address, HasSubstr("/n10/"));
}

TEST(FeedTest, ACampaignsFeedHasItsOwnNoticesAndNoOthers) {
  SampleSite site;
  Campaign other = site.campaign();
  other.id = CampaignId::parse("yet-another").value();
  other.title = "另一次评选";
  site.content.campaigns.push_back(other);
  site.add_notice("of-other", {"yuci"}).campaign = other.id;
  const Feed feed = campaign_feed(site.model(), site.content.campaigns.back());
  ASSERT_THAT(feed.entries, SizeIs(1));
  EXPECT_THAT(feed.entries[0].address, HasSubstr("of-other"));
  EXPECT_EQ(feed.title, "另一次评选 - 示例公示网");
  EXPECT_EQ(feed.page_address, "https://gongshi.example/campaigns/yet-another/");
  EXPECT_EQ(feed.atom_address, "https://gongshi.example/campaigns/yet-another/feed.atom");
  EXPECT_THAT(site_feed(site.model()).entries, SizeIs(2));
}

TEST(FeedTest, WithoutNoticesItIsAFeedAllTheSame) {
  SampleSite site;
  site.content.notices.clear();
  const std::string atom = write_atom(site_feed(site.model()));
  EXPECT_THAT(atom, HasSubstr("<updated>1970-01-01T08:00:00+08:00</updated>"));
  EXPECT_THAT(atom, Not(HasSubstr("<entry>")));
  EXPECT_THAT(Json::parse(write_json_feed(site_feed(site.model())))["items"], SizeIs(0));
}

}  // namespace
}  // namespace gongshi
