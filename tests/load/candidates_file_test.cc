#include "generator/load/candidates_file.h"

#include "tests/load/variation_case.h"

namespace gongshi {
namespace {

std::vector<Candidate> candidates(const std::string& csv) {
  SourceTree tree = sample_content();
  tree.files[kSampleCandidates] = csv;
  Diagnostics problems;
  const Content content = load_content(tree, problems);
  EXPECT_EQ(places_and_codes(problems), std::vector<std::string>()) << csv;
  return content.campaigns.at(0).candidates;
}

TEST(CandidatesFileTest, ColumnsStandInAnyOrderAndTextAsWritten) {
  const auto found = candidates(
      "recommended_by,level,name,post,unit,award,id\r\n"
      "乙局,无,\"乙局, 直属\",,,jiti,yi-ju\r\n"
      ",正科级,张 𬱖,\"科长\n（兼）\",乙局,geren,zhang-san\r\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].id.text(), "yi-ju");
  EXPECT_EQ(found[0].award.text(), "jiti");
  EXPECT_EQ(found[0].name, "乙局, 直属");
  EXPECT_EQ(found[0].recommended_by, "乙局");
  EXPECT_EQ(found[0].deeds, "接待群众，认真负责。\n");
  EXPECT_EQ(found[1].name, "张 𬱖");
  EXPECT_EQ(found[1].post, "科长\n（兼）");
  EXPECT_EQ(found[1].level, "正科级");
  EXPECT_EQ(found[1].place.line, 3);
  EXPECT_EQ(found[1].deeds_place.line, 1);
}

TEST(CandidatesFileTest, OptionalColumnsAndAByteOrderMark) {
  const auto found = candidates("\uFEFFid,award,name\nyi-ju,jiti,乙局\nzhang-san,geren,张三\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].unit, "");
}

TEST(CandidatesFileTest, EachMistakeIsSaidAtItsCell) {
  const LoadCase cases[] = {
      {"", " \n", {"1:1 empty-file"}},
      {",post", ",posts", {"1:20 unknown-column"}},
      {",post", ",身份证号", {"1:20 unknown-column"}},
      {",post", ",unit", {"1:20 duplicate-column"}},
      {",name", ",nmae", {"1:1 missing-column", "1:10 unknown-column"}},
      {"yi-ju,jiti", ",jiti", {"2:1 missing-value"}},
      {"yi-ju,jiti", "YI JU,jiti", {"2:1 not-an-identifier"}},
      {"yi-ju,jiti", " yi-ju,jiti", {"2:1 not-an-identifier"}},
      {"yi-ju,jiti", "yi-ju,", {"2:7 missing-value"}},
      {"yi-ju,jiti", "yi-ju,jitii", {"2:7 unknown-reference"}},
      {"yi-ju,jiti,乙局", "yi-ju,jiti,\u3000", {"2:12 missing-value"}},
      {"乙局,,\n", "乙局,\n", {"2:1 csv-ragged-row"}},
      {"张𬱖,", "张𬱖\",", {"3:19 csv-quote"}},
      {"zhang-san,geren,", "yi-ju,jiti,乙局,,\nzhang-san,geren,", {"3:1 duplicate-id"}},
      {"张𬱖", "\xD5\xC5", {"3:17 invalid-utf8"}},
  };
  expect_load_problems(sample_content(), kSampleCandidates, cases);
}

}  // namespace
}  // namespace gongshi
