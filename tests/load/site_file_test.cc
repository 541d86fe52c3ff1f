#include "generator/load/site_file.h"

#include "tests/load/variation_case.h"

namespace gongshi {
namespace {

TEST(SiteFileTest, ReadsEveryKey) {
  SourceTree tree = sample_content();
  apply({kSampleSite, "[[footer]]",
         "log_key = \"gongshi.example/objections+530d903a+"
         "AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\"\n"
         "phone = \"0000-1\"\nemail = \"a@b.example\"\naddress = \"某路1号\"\n[[footer]]"},
        tree);
  Diagnostics problems;
  const Site site = load_site(tree, problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(site.name, "示例公示网");
  EXPECT_EQ(site.base_url, "https://gongshi.example");
  EXPECT_EQ(site.publisher, "示例办公室");
  EXPECT_EQ(site.calendar.text(), "cn");
  EXPECT_EQ(site.phone, "0000-1");
  EXPECT_EQ(site.email, "a@b.example");
  EXPECT_EQ(site.address, "某路1号");
  EXPECT_THAT(site.log_key, testing::StartsWith("gongshi.example/objections+530d903a+Aeky"));
  ASSERT_EQ(site.footer.size(), 1U);
  EXPECT_EQ(site.footer[0].label, "主办单位");
}

TEST(SiteFileTest, TheKeyOfTheLogLooksLikeOne) {
  constexpr const char* kSite = "[[footer]]";
  const LoadCase cases[] = {
      {kSite,
       "log_key = \"a+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\"\n[[footer]]",
       {}},
      {kSite, "log_key = \"a\"\n[[footer]]", {"5:11 not-a-log-key"}},
      {kSite, "log_key = \"a+\"\n[[footer]]", {"5:11 not-a-log-key"}},
      {kSite,
       "log_key = \"+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\"\n[[footer]]",
       {"5:11 not-a-log-key"}},
      {kSite,
       "log_key = \"a+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\"\n[[footer]]",
       {"5:11 not-a-log-key"}},
      {kSite,
       "log_key = \"a+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2\"\n[[footer]]",
       {"5:11 not-a-log-key"}},
      {kSite,
       "log_key = \"a+530d903a+AekyeRrm56hApGFkyQR4 CbV54Id2LKaANYcrnKv3U2k\"\n[[footer]]",
       {"5:11 not-a-log-key"}},
      {kSite,
       "log_key = "
       "\"PRIVATE+KEY+a+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\"\n[[footer]]",
       {"5:11 not-a-log-key"}},
  };
  expect_load_problems(sample_content(), kSampleSite, cases);
}

TEST(SiteFileTest, EachMistakeIsSaidAtItsPlace) {
  const LoadCase cases[] = {
      {"name = \"示例公示网\"\n", "", {"1:1 missing-key"}},
      {"\"示例公示网\"", "\" \"", {"1:8 missing-key"}},
      {"\"示例公示网\"", "1", {"1:8 wrong-type"}},
      {"name", "nane", {"1:1 missing-key", "1:1 unknown-key"}},
      {"\"https://gongshi.example\"", "\"gongshi.example\"", {"2:12 not-a-base-url"}},
      {"\"https://gongshi.example\"", "\"https://\"", {"2:12 not-a-base-url"}},
      {"\"https://gongshi.example\"", "\"https://gongshi.example/\"", {"2:12 not-a-base-url"}},
      {"\"https://gongshi.example\"", "\"ftp://gongshi.example\"", {"2:12 not-a-base-url"}},
      {"\"https://gongshi.example\"", "\"https://a b\"", {"2:12 not-a-base-url"}},
      {"\"https://gongshi.example\"", "\"javascript:alert(1)\"", {"2:12 not-a-base-url"}},
      {"\"cn\"", "\"cm\"", {"4:12 unknown-reference"}},
      {"\"cn\"", "\"CN\"", {"4:12 not-an-identifier"}},
      {"\"cn\"", "\"../cn\"", {"4:12 not-an-identifier"}},
      {"\"cn\"", "\"\"", {"4:12 missing-key"}},
      {"label = \"主办单位\"\n", "", {"5:1 missing-key"}},
      {"label", "lable", {"5:1 missing-key", "6:1 unknown-key"}},
      {"[[footer]]", "[footer]", {"5:1 wrong-type"}},
      {"name = ", "name == ", {"1:7 toml-syntax"}},
  };
  expect_load_problems(sample_content(), kSampleSite, cases);
}

}  // namespace
}  // namespace gongshi
