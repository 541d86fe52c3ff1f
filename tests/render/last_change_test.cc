#include "generator/render/last_change.h"

#include <gtest/gtest.h>

#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

Instant at(std::string_view text) { return parse_instant(text).value(); }

TEST(LastChangeTest, TheLatestOfAllThatTheOfficeSaidCounts) {
  SampleSite site;
  Notice& notice = site.notice();
  EXPECT_EQ(last_change(notice), notice.published_at);
  notice.corrections = {{.at = at("2017-06-23T10:00:00+08:00"), .what = ""},
                        {.at = at("2017-06-22T10:00:00+08:00"), .what = ""}};
  EXPECT_EQ(to_text(last_change(notice)), "2017-06-23T10:00:00+08:00");
  notice.extensions = {
      {.closes = {}, .at = at("2017-06-24T10:00:00+08:00"), .reason = "", .place = {}}};
  EXPECT_EQ(to_text(last_change(notice)), "2017-06-24T10:00:00+08:00");
  notice.closing = sample_closing();
  EXPECT_EQ(last_change(notice), notice.closing->closed_at);
}

TEST(LastChangeTest, AfterAWithdrawalNothingElseIsTold) {
  SampleSite site;
  site.notice().closing = sample_closing();
  site.notice().withdrawal = Withdrawal{.at = at("2017-06-22T10:00:00+08:00"), .reason = ""};
  EXPECT_EQ(to_text(last_change(site.notice())), "2017-06-22T10:00:00+08:00");
}

}  // namespace
}  // namespace gongshi
