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
                                      "已办结", "公示closed", "notices/closed/result/", "已中止",
                                      "公示suspended", "已撤回", "编号 gone"}));
  EXPECT_THAT(home, Not(HasSubstr("公示gone")));
}

TEST(HomePageTest, SaysSoWhenNothingIsOpen) {
  SampleSite site;
  site.content.notices.clear();
  const std::string home = page(site, "2017-06-22T09:00:00+08:00");
  EXPECT_THAT(home, HasSubstr("目前没有正在公示的名单。"));
  EXPECT_THAT(home, Not(HasSubstr("即将公示")));
  EXPECT_THAT(home, HasSubstr("2017年6月22日 09:00"));
}

TEST(HomePageTest, WithoutAScriptTheStandingIsPrintedAsOfTheBuild) {
  SampleSite site;
  const std::string home = page(site, "2017-06-27T09:00:00+08:00");
  EXPECT_THAT(home, HasSubstr("<span class=\"standing last-day\">今日截止</span>"));
  EXPECT_THAT(home, HasSubstr("<span class=\"standing open\" hidden>"));
}

TEST(HomePageTest, ListsEveryCampaign) {
  SampleSite site;
  site.content.notices.clear();
  site.campaign().organisers = {"某省人社厅"};
  EXPECT_THAT(page(site, "2017-06-22T09:00:00+08:00"),
              HasInOrder(Pieces{"评选活动", "./campaigns/xinfang-2017/",
                                "全国信访系统先进集体和先进工作者评选", "某省人社厅"}));
}

}  // namespace
}  // namespace gongshi
