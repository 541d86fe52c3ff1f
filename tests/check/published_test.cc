#include "generator/check/published.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// As the sample is published: open from 2017-06-21 to 2017-06-27.
ManifestNotice sample_notice() {
  ManifestNotice notice;
  notice.id = *NoticeId::parse("gongshi-2017");
  notice.title = "关于推荐对象的公示";
  notice.campaign = *CampaignId::parse("pingxuan");
  notice.published_at = *parse_instant("2017-06-21T00:00:00+08:00");
  notice.opens = *parse_date("2017-06-21");
  notice.closes = *parse_date("2017-06-27");
  notice.closes_at = *parse_instant("2017-06-28T00:00:00+08:00");
  return notice;
}

std::vector<std::string> problems_after(const std::vector<Variation>& changes,
                                        const std::function<void(ManifestNotice&)>& before) {
  SourceTree tree = sample_content();
  for (const Variation& change : changes) apply(change, tree);
  Diagnostics problems;
  const Content content = load_content(tree, problems);
  const Windows windows =
      check_content(tree, content, read_calendars(content.calendars, problems)).windows;
  Manifest manifest;
  manifest.notices = {sample_notice()};
  before(manifest.notices.front());
  problems.clear();
  check_published(content, windows, manifest, problems);
  return places_and_codes(problems);
}

const std::string kAt = std::string(kSampleNotice) + ":";

TEST(PublishedTest, WhatReadersWereToldStays) {
  EXPECT_THAT(problems_after({}, [](ManifestNotice&) {}), IsEmpty());
  EXPECT_THAT(problems_after({},
                             [](ManifestNotice& before) {
                               before.published_at = *parse_instant("2017-06-21T08:00:00+08:00");
                             }),
              ElementsAre(kAt + "4:16 publication-time-changed"));
  EXPECT_THAT(
      problems_after({}, [](ManifestNotice& before) { before.opens = *parse_date("2017-06-22"); }),
      ElementsAre(kAt + "5:9 opens-changed"));
}

TEST(PublishedTest, TheEndMovesLaterOnly) {
  const auto later = [](ManifestNotice& before) {
    before.closes = *parse_date("2017-06-28");
    before.closes_at = *parse_instant("2017-06-29T00:00:00+08:00");
  };
  const auto earlier = [](ManifestNotice& before) {
    before.closes = *parse_date("2017-06-26");
    before.closes_at = *parse_instant("2017-06-27T00:00:00+08:00");
  };
  EXPECT_THAT(problems_after({}, later), ElementsAre(kAt + "6:10 published-end-moved-earlier"));
  EXPECT_THAT(problems_after({}, earlier), IsEmpty());
  const Variation withdrawn{
      kSampleNotice, "[[review]]",
      "[withdrawal]\nat = 2017-06-22T00:00:00+08:00\nreason = \"重核\"\n[[review]]"};
  EXPECT_THAT(problems_after({withdrawn}, later), IsEmpty()) << "it owes no window";
}

TEST(PublishedTest, ANoticeIsWithdrawnAndNeverJustGone) {
  const auto renamed = [](ManifestNotice& before) { before.id = *NoticeId::parse("gongshi-2016"); };
  EXPECT_THAT(problems_after({}, renamed),
              ElementsAre(std::string(kSampleCampaign) + ":1:1 notice-vanished"));
  const auto of_campaign_that_is_gone = [](ManifestNotice& before) {
    before.id = *NoticeId::parse("gongshi-2016");
    before.campaign = *CampaignId::parse("gone");
  };
  EXPECT_THAT(problems_after({}, of_campaign_that_is_gone),
              ElementsAre("site.toml:1:1 notice-vanished"));
}

// Counting has said why there is no window; what it would have been is not guessed.
TEST(PublishedTest, ANoticeWithoutAWindowIsLeftOut) {
  EXPECT_THAT(
      problems_after({{kSampleCampaign, "working_days = 5", "working_days = 0"}},
                     [](ManifestNotice& before) { before.opens = *parse_date("2017-06-22"); }),
      IsEmpty());
}

}  // namespace
}  // namespace gongshi
