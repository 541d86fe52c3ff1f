#include "generator/render/long_list.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using Pieces = std::vector<std::string>;

constexpr const char* kCampaignPage = "campaigns/xinfang-2017/index.html";

// A list of `rows` people in the notice, and as many rows in the campaign's table of quotas.
SampleSite site_of(std::size_t rows) {
  SampleSite site;
  Campaign& campaign = site.campaign();
  const Candidate zhou = campaign.candidates[3];
  campaign.candidates.clear();
  site.notice().candidates.clear();
  for (std::size_t i = 0; i < rows; ++i) {
    Candidate person = zhou;
    person.id = CandidateId::parse("person-" + std::to_string(i)).value();
    site.notice().candidates.push_back(person.id);
    campaign.candidates.push_back(std::move(person));
    Quota quota;
    quota.award = zhou.award;
    quota.recommended_by = "推荐单位" + std::to_string(i);
    quota.awards = 1;
    campaign.quotas.push_back(std::move(quota));
  }
  return site;
}

TEST(LongListTest, ALongListHasAFilterAndItsScripts) {
  const auto files = site_of(kLongListRows).files();
  for (const char* path : {kNoticePage, kCampaignPage}) {
    EXPECT_THAT(files.at(path), HasInOrder(Pieces{"assets/find.js", "assets/filter.js",
                                                  "<div class=\"filter no-print\" hidden>",
                                                  "显示全部", "</div>", "<table class=\"list"}))
        << path;
  }
  EXPECT_THAT(files.at(kPaperPage), Not(HasSubstr("class=\"filter")));
}

TEST(LongListTest, EachSectionOfAnIndexHasItsOwnBox) {
  const auto files = site_of(kLongListRows).files();
  const std::string& candidates = files.at("candidates/index.html");
  EXPECT_THAT(candidates, HasInOrder(Pieces{"assets/filter.js", "<div class=\"filter no-print\"",
                                            "</div>", "<ul class=\"names"}));
  EXPECT_THAT(site_of(kLongListRows - 1).files().at("candidates/index.html"),
              Not(HasSubstr("filter")));
  PageData sections = PageData::array({{{"rows", std::vector<std::string>(kLongListRows - 1)}},
                                       {{"rows", std::vector<std::string>(kLongListRows)}}});
  EXPECT_TRUE(mark_long_lists(sections, "rows"));
  EXPECT_TRUE(sections.begin()->find("long")->is_nothing());
  EXPECT_FALSE(sections.back().find("long")->is_nothing());
  sections = PageData::array({{{"rows", std::vector<std::string>(kLongListRows - 1)}}});
  EXPECT_FALSE(mark_long_lists(sections, "rows"));
}

TEST(LongListTest, AShorterOneCarriesNeither) {
  const auto files = site_of(kLongListRows - 1).files();
  for (const char* path : {kNoticePage, kCampaignPage}) {
    EXPECT_THAT(files.at(path), Not(HasSubstr("filter"))) << path;
    EXPECT_THAT(files.at(path), Not(HasSubstr("find.js"))) << path;
  }
}

}  // namespace
}  // namespace gongshi
