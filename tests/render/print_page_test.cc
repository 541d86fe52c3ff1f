#include "generator/render/print_page.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using Pieces = std::vector<std::string>;

std::string page(SampleSite& site) {
  return site.files().at("notices/shanxi-2017/print/index.html");
}

TEST(PrintPageTest, IsTheWholeDocumentInItsOrder) {
  SampleSite site;
  site.notice().disclosure.openness = "此件公开发布";
  EXPECT_THAT(page(site), HasInOrder(Pieces{"公示原件",
                                            "公示编号：shanxi-2017",
                                            "<h1>关于全国信访系统",
                                            "经全省范围逐级推荐评选",
                                            "全国信访系统先进集体（3个）",
                                            "阳泉市信访局",
                                            "全国信访系统先进工作者（3人）",
                                            "周方志",
                                            "2017年6月27日24时（含当日）",
                                            "反映方式",
                                            "0351—4019050",
                                            "评选条件",
                                            "班子坚强有力",
                                            "主要事迹",
                                            "事迹：阳泉市信访局。",
                                            "事迹：王连成。",
                                            "人社部函〔2017〕57号",
                                            "<time datetime=\"2017-06-21\">2017年6月21日",
                                            "印章",
                                            "（此件公开发布）",
                                            "<svg class=\"qr\"",
                                            "https://gongshi.example/notices/shanxi-2017/"}));
}

// Paper and manifest name the same page.
TEST(PrintPageTest, CarriesTheDigestThatTheManifestCarries) {
  SampleSite site;
  EXPECT_THAT(page(site), HasSubstr(site.manifest().notices.front().page_sha256));
}

TEST(PrintPageTest, OfARemovedCandidateItSaysOnlyThat) {
  SampleSite site;
  site.campaign().candidates[3].candidacy = Candidacy::Cancelled;
  EXPECT_THAT(page(site), HasInOrder(Pieces{"主要事迹", "周方志", "已取消公示", "张格平"}));
  EXPECT_THAT(page(site), Not(HasSubstr("事迹：周方志")));
}

TEST(PrintPageTest, TellsWhatChangedSince) {
  SampleSite site;
  site.notice().suspended = true;
  site.notice().corrections = {{.at = site.notice().published_at, .what = "职务更正为“局长”。"}};
  EXPECT_THAT(page(site), HasInOrder(Pieces{"公示原件", "已更正（2017年6月21日 09:00）", "已中止",
                                            "更正（笔误）：职务更正为“局长”。"}));
}

TEST(PrintPageTest, NothingThatAClerkTypesBecomesMarkup) {
  SampleSite site;
  const std::string attack = "<script>alert(1)</script>";
  site.notice().body = attack;
  site.campaign().candidates[3].name = attack;
  site.campaign().candidates[3].deeds = attack;
  site.content.site.base_url = "https://gongshi.example/" + attack;
  EXPECT_THAT(page(site), Not(HasSubstr("<script>")));
}

TEST(PrintPageTest, AnAddressThatNoCodeHoldsIsAnError) {
  SampleSite site;
  site.content.site.base_url = "https://" + std::string(3000, 'a');
  const auto rendered = render_print_page(site.model(), site.notice(), "");
  ASSERT_FALSE(rendered);
  EXPECT_THAT(rendered.error().message, HasSubstr("二维码放不下"));
}

}  // namespace
}  // namespace gongshi
