#include "generator/render/shown_candidates.h"

#include <gmock/gmock.h>

#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

std::vector<std::string> lines_of(const std::vector<ShownCandidate>& shown) {
  std::vector<std::string> lines;
  for (const ShownCandidate& one : shown) {
    std::string line = one.candidate->id.text() + ":";
    for (const Notice* notice : one.notices) line += " " + notice->id.text();
    lines.push_back(line);
  }
  return lines;
}

std::vector<std::string> shown(SampleSite& site) {
  return lines_of(shown_candidates(site.content, site.campaign()));
}

TEST(ShownCandidatesTest, EachWithTheNoticesThatListItOldestFirst) {
  SampleSite site;
  Notice& earlier = site.add_notice("county", {"zhou", "datong"});
  earlier.published_at = parse_instant("2017-05-02T09:00:00+08:00").value();
  site.notice().candidates.pop_back();
  EXPECT_THAT(shown(site), ElementsAre("yangquan: shanxi-2017", "yuci: shanxi-2017",
                                       "datong: county shanxi-2017", "zhou: county shanxi-2017",
                                       "zhang: shanxi-2017"));
}

TEST(ShownCandidatesTest, AWithdrawnNoticeShowsNobody) {
  SampleSite site;
  site.add_notice("county", {"zhou"});
  site.notice().withdrawal = Withdrawal{.at = site.notice().published_at, .reason = ""};
  EXPECT_THAT(shown(site), ElementsAre("zhou: county"));
}

TEST(ShownCandidatesTest, WhoWasRemovedIsShownAndNoLongerStands) {
  SampleSite site;
  site.campaign().candidates[3].candidacy = Candidacy::Cancelled;
  EXPECT_EQ(shown(site).size(), 6U);
  const auto standing = standing_candidates(site.content, site.campaign());
  EXPECT_EQ(standing.size(), 5U);
  EXPECT_THAT(lines_of(standing), Not(Contains("zhou: shanxi-2017")));
}

}  // namespace
}  // namespace gongshi
