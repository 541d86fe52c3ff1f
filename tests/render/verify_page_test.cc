#include "generator/render/verify_page.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using Pieces = std::vector<std::string>;

TEST(VerifyPageTest, AsksForTheReceiptAndSaysHowElseToCheckIt) {
  const SampleSite site;
  const std::string page = site.files().at("verify/index.html");
  EXPECT_THAT(page, HasInOrder(Pieces{"assets/proof.js", "assets/verify.js"}));
  EXPECT_THAT(page, HasInOrder(Pieces{"<noscript>", "gongshi-verify", "type=\"file\"", "id=\"key\"",
                                      "role=\"status\"", "href=\"../status\""}));
}

TEST(VerifyPageTest, ShowsTheKeyThatTheOfficePublishes) {
  SampleSite site;
  site.content.site.log_key = "gongshi.example/objections+530d903a+Aeky";
  EXPECT_THAT(site.files().at("verify/index.html"),
              HasSubstr(">gongshi.example/objections+530d903a+Aeky</textarea>"));
}

TEST(VerifyPageTest, WithoutOneItSaysWhereTheDaemonServesIts) {
  const SampleSite site;
  EXPECT_THAT(site.files().at("verify/index.html"),
              HasInOrder(Pieces{"data-key-address=\"../log/key\"", "id=\"key\"", "></textarea>"}));
}

TEST(VerifyPageTest, TheSiteMapLeadsThere) {
  const SampleSite site;
  EXPECT_THAT(site.files().at("sitemap/index.html"), HasSubstr("href=\"../verify/\""));
}

}  // namespace
}  // namespace gongshi
