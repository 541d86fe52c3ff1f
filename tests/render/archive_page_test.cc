#include "generator/render/archive_page.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using Pieces = std::vector<std::string>;

std::string page(const Result<std::string>& rendered) {
  return rendered ? *rendered : rendered.error().message;
}

Notice& add_published(SampleSite& site, const std::string& id, const char* published_at) {
  Notice& notice = site.add_notice(id, {"zhou"});
  notice.published_at = parse_instant(published_at).value();
  return notice;
}

TEST(ArchivePageTest, AYearIsThatOfChina) {
  SampleSite site;
  add_published(site, "last-second", "2018-12-31T15:59:59Z");
  add_published(site, "first-second", "2018-12-31T16:00:00Z");
  const NoticesByYear years = notices_by_year(site.content);
  ASSERT_EQ(years.size(), 3U);
  EXPECT_EQ(years.at(2018).front()->id.text(), "last-second");
  EXPECT_EQ(years.at(2019).front()->id.text(), "first-second");
  const auto files = site.files();
  for (const char* year : {"2017", "2018", "2019"}) {
    EXPECT_TRUE(files.contains(std::string("archive/") + year + "/index.html")) << year;
  }
}

TEST(ArchivePageTest, ListsTheYearsTheLatestFirst) {
  SampleSite site;
  add_published(site, "x", "2019-03-01T09:00:00+08:00");
  add_published(site, "y", "2019-02-01T09:00:00+08:00");
  EXPECT_THAT(page(render_archive_page(site.model())),
              HasInOrder(Pieces{"<h1>归档</h1>", "../archive/2019/", "2019年", "2个公示",
                                "../archive/2017/", "2017年", "1个公示"}));
}

TEST(ArchivePageTest, SaysSoWhenThereIsNothing) {
  SampleSite site;
  site.content.notices.clear();
  EXPECT_THAT(page(render_archive_page(site.model())), HasSubstr("目前没有公示。"));
}

TEST(ArchivePageTest, AYearGoesByMonthNewestFirst) {
  SampleSite site;
  add_published(site, "may", "2017-05-02T09:00:00+08:00");
  add_published(site, "june", "2017-06-30T09:00:00+08:00");
  add_published(site, "a-tie", "2017-06-30T09:00:00+08:00");
  EXPECT_THAT(page(render_archive_year_page(site.model(), 2017)),
              HasInOrder(Pieces{"<h1>2017年的公示</h1>", "共4个公示", "2017年", "6月 <", "3个公示",
                                "6月30日", "公示june", "公示a-tie", "6月21日", "正式推荐对象",
                                "截止：2017年6月27日24时（含当日）", "5月 <", "1个公示", "5月2日",
                                "公示may"}));
}

TEST(ArchivePageTest, TellsHowANoticeEnded) {
  SampleSite site;
  site.notice().closing = sample_closing();
  site.add_notice("stopped", {"zhou"}).suspended = true;
  Notice& gone = site.add_notice("gone", {"zhou"});
  gone.example = true;
  gone.withdrawal = Withdrawal{.at = gone.published_at, .reason = "x"};
  const std::string year = page(render_archive_year_page(site.model(), 2017));
  EXPECT_THAT(year, HasInOrder(Pieces{"正式推荐对象", "<span class=\"standing closed\">已办结",
                                      "notices/shanxi-2017/result/", "公示stopped", "已中止",
                                      "已撤回的公示（编号 gone）", "已撤回"}));
  EXPECT_THAT(year, Not(HasSubstr("公示gone")));
  EXPECT_THAT(year, Not(HasSubstr("示例</span>")));
}

}  // namespace
}  // namespace gongshi
