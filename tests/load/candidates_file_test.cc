#include "generator/load/candidates_file.h"

#include <gmock/gmock.h>

#include <utility>

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
  EXPECT_EQ(found[1].fact("level"), "正科级");
  EXPECT_EQ(found[1].place.line, 3);
  EXPECT_EQ(found[1].deeds_place.line, 1);
}

TEST(CandidatesFileTest, OptionalColumnsAndAByteOrderMark) {
  const auto found = candidates("\uFEFFid,award,name\nyi-ju,jiti,乙局\nzhang-san,geren,张三\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].unit, "");
}

// "张𬱖" and "乙局, 直属" as Excel in China saves them.
const std::string kGb18030 =
    "id,award,name,unit\r\n"
    "yi-ju,jiti,\"\xD2\xD2\xBE\xD6, \xD6\xB1\xCA\xF4\",\r\n"
    "zhang-san,geren,\xD5\xC5\x99\x33\xC3\x36,\"\xD2\xD2\xBE\xD6, \xD6\xB1\xCA\xF4\"\r\n";

TEST(CandidatesFileTest, TheEncodingMakesNoDifference) {
  const std::string utf8 =
      "id,award,name,unit\r\nyi-ju,jiti,\"乙局, 直属\",\r\nzhang-san,geren,张𬱖,\"乙局, "
      "直属\"\r\n";
  for (const std::string& csv : {utf8, "\uFEFF" + utf8, kGb18030}) {
    const auto found = candidates(csv);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].name, "乙局, 直属");
    EXPECT_EQ(found[1].name, "张𬱖");
    EXPECT_EQ(found[1].unit, "乙局, 直属");
    EXPECT_EQ(found[1].place_of("unit").line, 3);
    EXPECT_EQ(found[1].place_of("unit").column, 20) << "counted in characters, not in bytes";
  }
}

TEST(CandidatesFileTest, BytesThatAreNoTextAreRefusedAtTheirPlace) {
  const std::pair<std::string, std::string> cases[] = {
      {kGb18030 + "x,\xD2\xD2\xFF", "4:4 invalid-utf8"},  // GB18030, then no character
      {kGb18030 + "x,\xD2", "4:3 invalid-utf8"},          // half a character at the end
      {kGb18030 + std::string("\0", 1), "4:1 control-character"},
      {"\uFEFFid\n\xD2\xD2\n", "2:1 invalid-utf8"},               // says that it is UTF-8
      {"id,name\nyi-ju,乙局乙\xE5\xB1,\n", "2:10 invalid-utf8"},  // UTF-8 with a slip in it
  };
  for (const auto& [csv, problem] : cases) {
    SourceTree tree = sample_content();
    tree.files[kSampleCandidates] = csv;
    Diagnostics problems;
    load_content(tree, problems);
    EXPECT_THAT(places_and_codes(problems), testing::Contains(kSampleCandidates + (":" + problem)))
        << csv;
  }
}

TEST(CandidatesFileTest, WhatTheOfficeConfirmedIsReadAndFactsKeepTheirColumns) {
  const auto found = candidates(
      "id,award,name,unit,nature,gender,candidacy,rank,tenure_years,clean_since,consulted\n"
      "yi-ju,jiti,乙局,,机关,,,,,,公安机关\n"
      "zhang-san,geren,张三,乙局,,男,reserve,2,12,2012-06-01,公安机关； 组织人事部门；\n");
  EXPECT_EQ(found[0].fact("nature"), "机关");
  EXPECT_EQ(found[0].fact("gender"), "");
  EXPECT_EQ(found[0].candidacy, Candidacy::Proposed);
  EXPECT_EQ(found[0].tenure_years, std::nullopt);
  EXPECT_EQ(found[1].candidacy, Candidacy::Reserve);
  EXPECT_EQ(found[1].rank, 2);
  EXPECT_EQ(found[1].tenure_years, 12);
  EXPECT_EQ(to_text(*found[1].clean_since), "2012-06-01");
  EXPECT_EQ(found[1].consulted, (std::vector<std::string>{"公安机关", "组织人事部门"}));
  EXPECT_EQ(found[1].place_of("gender").column, 24);
  EXPECT_EQ(found[1].place_of("honours"), found[1].place);
}

TEST(CandidatesFileTest, ConfirmedValuesMustMakeSense) {
  const std::string header = "id,award,name,unit,candidacy,rank,clean_since\n";
  const std::string rows[][2] = {
      {"yi-ju,jiti,乙局,,maybe,,\n", "2:16 unknown-word"},
      {"yi-ju,jiti,乙局,,,0,\n", "2:17 out-of-range"},
      {"yi-ju,jiti,乙局,,,二,\n", "2:17 out-of-range"},
      {"yi-ju,jiti,乙局,,,1.5,\n", "2:17 out-of-range"},
      {"yi-ju,jiti,乙局,,,,2012年6月\n", "2:18 wrong-type"},
      {"yi-ju,jiti,乙局,,,,2012-02-30\n", "2:18 wrong-type"},
  };
  for (const auto& [row, problem] : rows) {
    const std::string csv = header + row;
    const LoadCase cases[] = {{"", csv.c_str(), {problem}}};
    expect_load_problems(sample_content(), kSampleCandidates, cases);
  }
}

TEST(CandidatesFileTest, EachMistakeIsSaidAtItsCell) {
  const LoadCase cases[] = {
      {"", " \n", {"1:1 empty-file"}},
      {",post", ",posts", {"1:20 unknown-column"}},
      {",post", ",身份证号", {"1:20 forbidden-column"}},
      {",post", ",\"户 籍 地（省市县）\"", {"1:20 forbidden-column"}},
      {",post", ",手机", {"1:20 unknown-column"}},
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
  };
  expect_load_problems(sample_content(), kSampleCandidates, cases);
}

}  // namespace
}  // namespace gongshi
