#include "generator/render/standing.h"

#include <gmock/gmock.h>

#include "tests/render/page_json.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

struct Moment {
  const char* when;
  Standing standing;
};

// Published on 21 June at nine; the last day is 27 June.
const Moment kMoments[] = {
    {"2017-06-21T08:59:59+08:00", Standing::Coming},  {"2017-06-21T09:00:00+08:00", Standing::Open},
    {"2017-06-24T12:00:00+08:00", Standing::Open},    {"2017-06-26T23:59:59+08:00", Standing::Open},
    {"2017-06-27T00:00:00+08:00", Standing::LastDay}, {"2017-06-26T16:00:00Z", Standing::LastDay},
    {"2017-06-27T23:59:59+08:00", Standing::LastDay}, {"2017-06-28T00:00:00+08:00", Standing::Over},
    {"2030-01-01T00:00:00+08:00", Standing::Over},
};

Instant instant(const char* text) { return parse_instant(text).value(); }

TEST(StandingTest, TheClockDecidesUntilTheOfficeDoes) {
  SampleSite site;
  const Notice& notice = site.notice();
  for (const Moment& moment : kMoments) {
    EXPECT_EQ(standing_at(notice, site.model().window_of(notice), instant(moment.when)),
              moment.standing)
        << moment.when;
  }
}

TEST(StandingTest, WhatTheOfficeDecidedHoldsAtAnyTime) {
  SampleSite site;
  Notice& notice = site.notice();
  const auto expect_always = [&](Standing standing) {
    for (const Moment& moment : kMoments) {
      EXPECT_EQ(standing_at(notice, site.model().window_of(notice), instant(moment.when)),
                standing);
    }
  };
  notice.suspended = true;
  expect_always(Standing::Suspended);
  notice.suspended = false;
  notice.closing = sample_closing();
  expect_always(Standing::Closed);
  notice.withdrawal = Withdrawal{.at = notice.published_at, .reason = "x"};
  expect_always(Standing::Withdrawn);
}

TEST(StandingTest, EveryStandingHasAWord) {
  for (const Standing standing :
       {Standing::Coming, Standing::Open, Standing::LastDay, Standing::Over, Standing::Suspended,
        Standing::Closed, Standing::Withdrawn}) {
    const std::string key = "standing." + std::string(key_of(standing));
    EXPECT_NE(TemplateSet::embedded().message(key), "[" + key + "]");
  }
}

TEST(StandingTest, WhatTheOfficeChangedStandsBesideItWithTheLastTime) {
  SampleSite site;
  Notice& notice = site.notice();
  EXPECT_EQ(as_json(describe_changes(site.model(), notice)), Json::array());
  notice.corrections = {{.at = instant("2017-06-24T10:00:00+08:00"), .what = "x"},
                        {.at = instant("2017-06-23T10:00:00+08:00"), .what = "y"}};
  EXPECT_EQ(as_json(describe_badge(site.model(), notice, std::nullopt))["changes"],
            Json::parse(R"([{"word": "已更正", "at": "2017年6月24日 10:00"}])"));
  notice.extensions = {
      {.closes = {}, .at = instant("2017-06-22T10:00:00+08:00"), .reason = "", .place = {}}};
  EXPECT_EQ(as_json(describe_changes(site.model(), notice))[1],
            Json::parse(R"({"word": "已延长", "at": "2017年6月22日 10:00"})"));
  notice.withdrawal = Withdrawal{.at = notice.published_at, .reason = "x"};
  EXPECT_EQ(as_json(describe_changes(site.model(), notice)), Json::array());
}

std::vector<std::string> shown(const Json& badge) {
  std::vector<std::string> keys;
  for (const Json& state : badge["states"]) {
    if (!state["hidden"].get<bool>()) keys.push_back(state["key"].get<std::string>());
  }
  return keys;
}

TEST(StandingTest, ABadgeWithoutAClockSaysNothingThatTimeCouldFalsify) {
  SampleSite site;
  const Json badge = as_json(describe_badge(site.model(), site.notice(), std::nullopt));
  EXPECT_THAT(shown(badge), testing::IsEmpty());
  EXPECT_EQ(badge["opens"], "2017-06-21T09:00:00+08:00");
  EXPECT_EQ(badge["closes"], "2017-06-28T00:00:00+08:00");
  EXPECT_EQ(badge["counted_days"], "2017-06-21 2017-06-22 2017-06-23 2017-06-26 2017-06-27");
  const Json at =
      as_json(describe_badge(site.model(), site.notice(), instant("2017-06-27T12:00:00+08:00")));
  EXPECT_THAT(shown(at), testing::ElementsAre("last-day"));
  site.notice().closing = sample_closing();
  const Json closed = as_json(describe_badge(site.model(), site.notice(), std::nullopt));
  EXPECT_THAT(shown(closed), testing::ElementsAre("closed"));
  EXPECT_EQ(closed["live"], false);
}

TEST(StandingTest, CountsTheDaysThatAreLeftInTheUnitOfTheStep) {
  SampleSite site;
  const auto left_at = [&](const char* when) {
    const Json left = as_json(describe_badge(site.model(), site.notice(), instant(when)))["left"];
    return left["hidden"].get<bool>()
               ? ""
               : left["number"].get<std::string>() + left["unit"].get<std::string>();
  };
  EXPECT_EQ(left_at("2017-06-21T08:59:59+08:00"), "");
  EXPECT_EQ(left_at("2017-06-21T09:00:00+08:00"), "5个工作日");
  EXPECT_EQ(left_at("2017-06-24T12:00:00+08:00"), "2个工作日");  // a Saturday
  EXPECT_EQ(left_at("2017-06-26T23:59:59+08:00"), "2个工作日");
  EXPECT_EQ(left_at("2017-06-27T00:00:00+08:00"), "");
  site.campaign().steps.front().unit = DayUnit::CalendarDay;
  EXPECT_EQ(left_at("2017-06-21T09:00:00+08:00"), "5日");
  EXPECT_EQ(as_json(describe_badge(site.model(), site.notice(), std::nullopt))["left"]["hidden"],
            true);
  site.notice().suspended = true;
  EXPECT_EQ(left_at("2017-06-22T09:00:00+08:00"), "");
}

}  // namespace
}  // namespace gongshi
