#include "generator/load/case_collisions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/load/sample_content.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> collisions(const std::vector<std::string>& paths) {
  SourceTree tree;
  for (const std::string& path : paths) tree.files[path] = "";
  Diagnostics problems;
  report_case_collisions(tree, problems);
  return places_and_codes(problems);
}

TEST(CaseCollisionsTest, NamesThatDifferInCaseAlone) {
  EXPECT_THAT(collisions({"pages/A.md", "pages/a.md"}),
              ElementsAre("pages/a.md:1:1 case-collision"));
  EXPECT_THAT(collisions({"x/B.pdf", "x/b.PDF", "x/b.pdf"}),
              ElementsAre("x/b.PDF:1:1 case-collision", "x/b.pdf:1:1 case-collision"));
  EXPECT_THAT(collisions({"campaigns/X/a", "campaigns/x/a"}),
              ElementsAre("campaigns/x/a:1:1 case-collision"));
}

TEST(CaseCollisionsTest, OtherNamesMayStandSideBySide) {
  EXPECT_THAT(collisions({}), IsEmpty());
  EXPECT_THAT(collisions({"a/b", "A/c", "a-b", "ab"}), IsEmpty());
  EXPECT_THAT(collisions({"附件1.pdf", "附件一.pdf", "\xFF", "\xDF"}), IsEmpty());
}

TEST(CaseCollisionsTest, LoadingSaysSo) {
  SourceTree tree = sample_content();
  tree.files["campaigns/pingxuan/deeds/Zhang-san.md"] = "x";
  Diagnostics problems;
  load_content(tree, problems);
  EXPECT_THAT(places_and_codes(problems),
              testing::Contains(std::string(kSampleDeeds) + ":1:1 case-collision"));
}

}  // namespace
}  // namespace gongshi
