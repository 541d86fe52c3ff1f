#include "generator/render/frame.h"

#include <gmock/gmock.h>

#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

TEST(FrameTest, LeadsToTheRootFromAnyDepth) {
  EXPECT_EQ(path_to_root("index.html"), "./");
  EXPECT_EQ(path_to_root("pages/about/index.html"), "../../");
  EXPECT_EQ(path_to_root("campaigns/a/candidates/b/index.html"), "../../../../");
}

struct Address {
  const char* base_url;
  const char* host;
  const char* root;
};

const Address kAddresses[] = {
    {"https://gongshi.example", "gongshi.example", "/"},
    {"https://gongshi.example/", "gongshi.example", "/"},
    {"http://gongshi.example:8443/gs", "gongshi.example", "/gs/"},
    {"https://gongshi.example/a/b/", "gongshi.example", "/a/b/"},
    {"", "", "/"},
};

TEST(FrameTest, TakesTheAddressApart) {
  for (const Address& address : kAddresses) {
    EXPECT_EQ(host_of(address.base_url), address.host) << address.base_url;
    EXPECT_EQ(root_path_of(address.base_url), address.root) << address.base_url;
  }
}

Json meta_of(const SampleSite& site) {
  return frame(site.model(),
               {.path = "index.html", .title = "", .meta = {}, .scripts = {}})["meta"];
}

TEST(FrameTest, TheSiteCodeIsPrintedOnlyWhenTheOfficeHasOne) {
  SampleSite site;
  EXPECT_EQ(meta_of(site).back(), Json({{"name", "SiteIDCode"}, {"content", "1400000000"}}));
  site.content.site.footer.clear();
  EXPECT_EQ(meta_of(site).back(), Json({{"name", "SiteDomain"}, {"content", "gongshi.example"}}));
}

TEST(FrameTest, TheFooterLeavesOutWhatIsNotConfigured) {
  SampleSite site;
  site.content.site.email = "office@example.cn";
  const Json footer =
      frame(site.model(), {.path = "", .title = "", .meta = {}, .scripts = {}})["site"]["footer"];
  ASSERT_EQ(footer.size(), 2U);
  EXPECT_EQ(footer[0]["value"], "office@example.cn");
  EXPECT_EQ(footer[1]["label"], "网站标识码");
}

}  // namespace
}  // namespace gongshi
