// Through the desk site, as a browser gets it.
#include "intake/office/papers_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string_view>

#include "tests/office/sample_desk_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;

class PapersPageTest : public DeskPageTest {};

// That they are handed out is tests/journey's, which has a whole site.
TEST_F(PapersPageTest, PapersAreOfAClosedNotice) {
  SampleBrowser zhao = browser_of("zhao");
  EXPECT_EQ(zhao.get("/papers?notice=nowhere").status, 404);
  EXPECT_EQ(zhao.get("/papers").status, 404);
  const Answer early = zhao.get("/papers?notice=sample-notice");
  EXPECT_EQ(early.status, 404);
  EXPECT_THAT(early.body, HasSubstr("还没有办结"));
  EXPECT_THAT(zhao.get("/closing?notice=sample-notice").body, Not(HasSubstr("/papers")));
}

}  // namespace
}  // namespace gongshi
