#include "intake/office/page_links.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(PageLinksTest, AnAddressHoldsWhatIsSaid) {
  EXPECT_EQ(desk_address("/", {}), "/");
  EXPECT_EQ(desk_address("/", {{"a", ""}, {"b", ""}}), "/");
  EXPECT_EQ(desk_address("/case", {{"number", "2017-000001-7"}}), "/case?number=2017-000001-7");
  EXPECT_EQ(desk_address("/", {{"a", ""}, {"b", "1&2 公"}, {"c", "x"}}),
            "/?b=1%262%20%E5%85%AC&c=x");
}

TEST(PageLinksTest, APageIsANumber) {
  const struct {
    const char* text;
    std::size_t page;
  } table[] = {{"", 1},  {"1", 1},  {"7", 7},           {"0", 1},      {"-1", 1},
               {"x", 1}, {"7x", 1}, {"100000", 100000}, {"100001", 1}, {"99999999999999999999", 1}};
  for (const auto& [text, page] : table) {
    Request request;
    request.query.emplace("page", text);
    EXPECT_EQ(page_asked_for(request), page) << text;
  }
}

}  // namespace
}  // namespace gongshi
