#include "generator/check/site_metadata.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

TEST(SiteMetadataTest, AnOfficialSiteShowsItsNumbers) {
  const Variation official{kSampleSite, "https://gongshi.example", "https://www.gov.test"};
  const std::string icp = "[[footer]]\nlabel = \"ICP备案号\"\nvalue = \"示备00000000号\"\n";
  const std::string code = "[[footer]]\nlabel = \"网站标识码\"\nvalue = \"0000000000\"\n";
  const CheckCase cases[] = {
      {{official}, {"site.toml:1:1 site-metadata-missing"}},
      {{official, {kSampleSite, "[[footer]]", icp + "[[footer]]"}},
       {"site.toml:1:1 site-metadata-missing"}},
      {{official, {kSampleSite, "[[footer]]", icp + code + "[[footer]]"}}, {}},
      {{{kSampleSite, "https://gongshi.example", "https://gongshi.example:8443/a"}}, {}},
      {{{kSampleSite, "https://gongshi.example", "https://example.test/x.example"}},
       {"site.toml:1:1 site-metadata-missing"}},
  };
  expect_problems(sample_content(), cases);
}

TEST(SiteMetadataTest, TheSentenceNamesWhatIsMissing) {
  Site site;
  site.base_url = "https://www.gov.test";
  Diagnostics problems;
  check_site_metadata(site, problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_THAT(problems[0].message, testing::HasSubstr("ICP备案号、网站标识码"));
}

}  // namespace
}  // namespace gongshi
