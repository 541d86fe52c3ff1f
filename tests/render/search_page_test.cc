#include "generator/render/search_page.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using Pieces = std::vector<std::string>;

TEST(SearchPageTest, AsksWithoutScriptsTooAndSaysWhereElseToLook) {
  const SampleSite site;
  const std::string page = site.files().at("search/index.html");
  EXPECT_THAT(page,
              HasInOrder(Pieces{"<noscript>", "逐条查找", "action=\"../search/\" method=\"get\"",
                                "data-index=\"search.json\"", "name=\"q\"", "role=\"status\"",
                                "id=\"indexes\"", "href=\"../candidates/\"", "href=\"../units/\"",
                                "href=\"../archive/\"", "href=\"../campaigns/\""}));
  EXPECT_THAT(page, HasInOrder(Pieces{"assets/find.js", "assets/search.js"}));
}

TEST(SearchPageTest, HoldsNoNamesAndIsNotToBeFound) {
  const SampleSite site;
  const std::string page = site.files().at("search/index.html");
  EXPECT_THAT(page, Not(HasSubstr("周方志")));
  EXPECT_THAT(page, HasSubstr("name=\"robots\" content=\"noindex\""));
}

TEST(SearchPageTest, EveryPageLeadsThere) {
  const SampleSite site;
  for (const auto& [path, bytes] : site.files()) {
    if (!path.ends_with(".html")) continue;
    EXPECT_THAT(bytes, HasSubstr("search/\">搜索</a>")) << path;
  }
}

}  // namespace
}  // namespace gongshi
