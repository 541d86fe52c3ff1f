#include "generator/render/text_page.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using Pieces = std::vector<std::string>;

TEST(TextPageTest, ShowsTheTextUnderItsTitleAndInEveryFooter) {
  SampleSite site;
  const auto files = site.files();
  EXPECT_THAT(files.at("pages/about/index.html"),
              HasInOrder(Pieces{"<h1>关于本站</h1>", "<p>本站公布名单。</p>"}));
  EXPECT_THAT(files.at(kNoticePage), HasSubstr("<a href=\"../../pages/about/\">关于本站</a>"));
}

TEST(TextPageTest, TheNotFoundPageWorksAtAnyDepth) {
  SampleSite site;
  site.content.site.base_url = "https://gongshi.example/gs";
  const std::string page = site.files().at("404.html");
  EXPECT_THAT(page, HasSubstr("href=\"/gs/assets/site.css\""));
  EXPECT_THAT(page, HasSubstr("<a href=\"/gs/\">回到首页</a>"));
  EXPECT_THAT(page, HasSubstr("<a href=\"/gs/archive/\">在归档里按年份查找</a>"));
  EXPECT_THAT(page, HasSubstr("<a href=\"/gs/sitemap/\">看网站地图</a>"));
  EXPECT_THAT(page, HasSubstr("noindex"));
}

}  // namespace
}  // namespace gongshi
