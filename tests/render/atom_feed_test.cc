#include "generator/render/atom_feed.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using Pieces = std::vector<std::string>;

TEST(AtomFeedTest, HasEverythingThatTheFormatAsksFor) {
  const SampleSite site;
  EXPECT_THAT(
      write_atom(site_feed(site.model())),
      HasInOrder(Pieces{
          "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">",
          "<id>https://gongshi.example/feed.atom</id>", "<title>示例公示网</title>",
          "<updated>2017-06-21T09:00:00+08:00</updated>", "<name>某省人力资源和社会保障厅</name>",
          "<link rel=\"self\" type=\"application/atom+xml\" "
          "href=\"https://gongshi.example/feed.atom\"/>",
          "<link rel=\"alternate\" type=\"text/html\" href=\"https://gongshi.example/\"/>",
          "<entry>", "<id>https://gongshi.example/notices/shanxi-2017/</id>",
          "<title>关于全国信访系统先进集体和先进工作者正式推荐对象的公示</title>",
          "<published>2017-06-21T09:00:00+08:00</published>",
          "<updated>2017-06-21T09:00:00+08:00</updated>",
          "<name>山西省推荐评选领导小组办公室</name>",
          "href=\"https://gongshi.example/notices/shanxi-2017/\"/>", "<summary>公示期：",
          "</entry>", "</feed>"}));
}

TEST(AtomFeedTest, ATitleIsNoMarkup) {
  SampleSite site;
  site.notice().title = "<b>&公示";
  EXPECT_THAT(write_atom(site_feed(site.model())),
              testing::HasSubstr("<title>&lt;b&gt;&amp;公示</title>"));
}

}  // namespace
}  // namespace gongshi
