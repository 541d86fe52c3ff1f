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

// DOMAIN R20, Q8.
TEST(SiteFileTest, TheOfficesOwnPeriodsAreAsUsualUntilItSaysOthers) {
  SourceTree tree = sample_content();
  Diagnostics problems;
  EXPECT_EQ(load_site(tree, problems).handling, (HandlingPeriods{2, 10, 10}));
  apply({kSampleSite, "[[footer]]", "[handling]\nconclude_within = 40\n[[footer]]"}, tree);
  EXPECT_EQ(load_site(tree, problems).handling, (HandlingPeriods{2, 40, 10}));
  apply(
      {kSampleSite, "conclude_within = 40", "tell_within = 1\nconclude_within = 1\nextension = 20"},
      tree);
  EXPECT_EQ(load_site(tree, problems).handling, (HandlingPeriods{1, 1, 20}));
  EXPECT_TRUE(problems.empty());
}

TEST(SiteFileTest, APeriodIsADayAtLeastAndInsideTheLaw) {
  constexpr const char* kSite = "[[footer]]";
  const LoadCase cases[] = {
      {kSite, "[handling]\ntell_within = 10\n[[footer]]", {}},
      {kSite, "[handling]\ntell_within = 0\n[[footer]]", {"6:15 out-of-range"}},
      {kSite, "[handling]\ntell_within = -2\n[[footer]]", {"6:15 out-of-range"}},
      {kSite, "[handling]\ntell_within = 11\n[[footer]]", {"6:15 out-of-range"}},
      {kSite, "[handling]\nconclude_within = 41\n[[footer]]", {"6:19 out-of-range"}},
      {kSite, "[handling]\nextension = 21\n[[footer]]", {"6:13 out-of-range"}},
      {kSite, "[handling]\nextension = 9223372036854775807\n[[footer]]", {"6:13 out-of-range"}},
      {kSite, "[handling]\nextension = \"10\"\n[[footer]]", {"6:13 wrong-type"}},
      {kSite, "[handling]\nextension = 2.5\n[[footer]]", {"6:13 wrong-type"}},
      {kSite, "[handling]\nconclude = 9\n[[footer]]", {"6:1 unknown-key"}},
      {kSite, "handling = 10\n[[footer]]", {"5:12 wrong-type"}},
  };
  expect_load_problems(sample_content(), kSampleSite, cases);
  SourceTree tree = sample_content();
  apply({kSampleSite, kSite, "[handling]\ntell_within = 12\n[[footer]]"}, tree);
  Diagnostics problems;
  load_site(tree, problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].message,
            "“tell_within”应在 1 到 10 个工作日之间，这里是 12；法定期限是15日，"
            "本单位的期限要在它以内");
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
