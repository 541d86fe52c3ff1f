#include "generator/render/home_page.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using Pieces = std::vector<std::string>;

std::string page(const SampleSite& site, const char* as_of) {
  auto rendered = render_home_page(site.model(), parse_instant(as_of).value());
  return rendered ? *rendered : rendered.error().message;
}

void move_window(SampleSite& site, const Notice& notice, const char* closes) {
  CountedWindow& window = site.windows.at(notice.id);
  window.closes = parse_date(closes).value();
  window.closes_at = start_of_day(window.closes + std::chrono::days{1});
}

TEST(HomePageTest, TheNextToCloseStandsFirst) {
  SampleSite site;
  move_window(site, site.add_notice("later", {"zhou"}), "2017-06-29");
  move_window(site, site.add_notice("sooner", {"zhou"}), "2017-06-23");
  EXPECT_THAT(page(site, "2017-06-22T09:00:00+08:00"),
              HasInOrder(Pieces{"正在公示", "公示sooner", "正式推荐对象的公示", "公示later"}));
  EXPECT_THAT(
      page(site, "2017-06-28T09:00:00+08:00"),
      HasInOrder(Pieces{"正在公示", "公示later", "公示期满", "正式推荐对象的公示", "公示sooner"}));
}

TEST(HomePageTest, WhatClosesTodayStandsAboveWhatIsOpen) {
  SampleSite site;
  move_window(site, site.add_notice("later", {"zhou"}), "2017-06-29");
  const Pieces pieces = {"<h2 id=\"last-day\">今日截止", "正式推荐对象的公示",
                         "<h2 id=\"open\">正在公示", "公示later"};
  EXPECT_THAT(page(site, "2017-06-27T00:00:00+08:00"), HasInOrder(pieces));
  EXPECT_THAT(page(site, "2017-06-27T23:59:59+08:00"), HasInOrder(pieces));
  EXPECT_THAT(page(site, "2017-06-26T23:59:59+08:00"), Not(HasSubstr("id=\"last-day\"")));
  EXPECT_THAT(page(site, "2017-06-28T00:00:00+08:00"), Not(HasSubstr("id=\"last-day\"")));
}

TEST(HomePageTest, EachStandingHasItsSection) {
  SampleSite site;
  site.add_notice("closed", {"zhou"}).closing = sample_closing();
  site.add_notice("suspended", {"zhou"}).suspended = true;
  Notice& withdrawn = site.add_notice("gone", {"zhou"});
  withdrawn.withdrawal = Withdrawal{.at = withdrawn.published_at, .reason = "x"};
  site.add_notice("coming", {"zhou"}).published_at =
      parse_instant("2017-06-22T10:00:00+08:00").value();
  const std::string home = page(site, "2017-06-22T09:00:00+08:00");
  EXPECT_THAT(home, HasInOrder(Pieces{"正在公示", "正式推荐对象的公示", "即将公示", "公示coming",
                                      "最近办结", "公示closed", "notices/closed/result/", "已中止",
                                      "公示suspended", "已撤回", "编号 gone"}));
  EXPECT_THAT(home, Not(HasSubstr("公示gone")));
}

// Results and withdrawals pile up for years; the archive has them all.
TEST(HomePageTest, ShowsOnlyTheLatestOfWhatIsDecided) {
  SampleSite site;
  for (int day = 1; day <= 12; ++day) {
    const std::string number = std::to_string(day + 10);
    ClosingRecord closing = sample_closing();
    closing.closed_at = parse_instant("2017-07-" + number + "T10:00:00+08:00").value();
    site.add_notice("closed-" + number, {"zhou"}).closing = closing;
    site.add_notice("gone-" + number, {"zhou"}).withdrawal =
        Withdrawal{.at = closing.closed_at, .reason = "x"};
  }
  const std::string home = page(site, "2017-07-30T09:00:00+08:00");
  for (const char* id : {"notices/closed-", "notices/gone-"}) {
    const std::string folder = std::string("href=\"./") + id;
    EXPECT_THAT(home, HasInOrder(Pieces{folder + "22/\"", folder + "21/\"", folder + "13/\"",
                                        "href=\"./archive/\">另有2个，见归档"}));
    EXPECT_THAT(home, Not(HasSubstr(folder + "12/\"")));
  }
}

TEST(HomePageTest, SaysSoWhenNothingIsOpen) {
  SampleSite site;
  EXPECT_THAT(page(site, "2017-06-27T09:00:00+08:00"),
              HasInOrder(Pieces{"今日截止", "目前没有其他正在公示的名单。"}));
  site.content.notices.clear();
  const std::string home = page(site, "2017-06-22T09:00:00+08:00");
  EXPECT_THAT(home, HasSubstr("目前没有正在公示的名单。"));
  EXPECT_THAT(home, Not(HasSubstr("即将公示")));
  EXPECT_THAT(home, HasSubstr("2017年6月22日 09:00"));
}

TEST(HomePageTest, WithoutAScriptTheStandingIsPrintedAsOfTheBuild) {
  SampleSite site;
  const std::string last_day = page(site, "2017-06-27T09:00:00+08:00");
  EXPECT_THAT(last_day, HasSubstr("<span class=\"standing last-day\">今日截止</span>"));
  EXPECT_THAT(last_day, HasSubstr("<span class=\"standing open\" hidden>"));
  EXPECT_THAT(page(site, "2017-06-22T09:00:00+08:00"),
              HasSubstr("<span class=\"left\">还剩<b>4</b>个工作日（含今日）"));
}

TEST(HomePageTest, LeadsToEveryCampaignYearAndPlace) {
  SampleSite site;
  site.campaign().region = "山西省";
  for (int i = 0; i < 7; ++i) {
    Campaign more = site.campaign();
    more.id = CampaignId::parse("y-" + std::to_string(i)).value();
    more.title = "评选" + more.id.text();
    more.region = "";
    site.content.campaigns.push_back(more);
  }
  const std::string home = page(site, "2017-06-22T09:00:00+08:00");
  EXPECT_THAT(
      home, HasInOrder(Pieces{"按评选活动", "./campaigns/xinfang-2017/", "评选y-4",
                              "./campaigns/\"", "按年份", "./archive/2017/", "1个公示", "按地区",
                              "./campaigns/#place-", "全国", "7项", "./campaigns/#place-", "山西省",
                              "1项", "./candidates/", "./units/"}));
  EXPECT_THAT(home, Not(HasSubstr("评选y-5")));
}

TEST(HomePageTest, ANewSiteLeadsNowhereYet) {
  SampleSite site;
  site.content.notices.clear();
  site.content.campaigns.clear();
  const std::string home = page(site, "2017-06-22T09:00:00+08:00");
  EXPECT_THAT(home, Not(HasSubstr("按评选活动")));
  EXPECT_THAT(home, Not(HasSubstr("按年份")));
}

}  // namespace
}  // namespace gongshi
