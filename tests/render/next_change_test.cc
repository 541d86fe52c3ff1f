#include "generator/render/next_change.h"

#include <gmock/gmock.h>

#include "generator/render/home_page.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

Instant instant(std::string_view text) { return parse_instant(text).value(); }

std::optional<NextChange> next(const SampleSite& site, std::string_view as_of) {
  return next_change(site.content, site.windows, instant(as_of));
}

// Published on 21 June at nine; the last day is 27 June.
TEST(NextChangeTest, ANoticeOpensHasADayLessComesToItsLastDayAndIsOver) {
  struct Row {
    const char* as_of;
    const char* at;
    Standing standing;
    std::size_t days_left;
  };
  const Row rows[] = {
      {"2017-01-01T00:00:00+08:00", "2017-06-21T09:00:00+08:00", Standing::Open, 5},
      {"2017-06-21T08:59:59+08:00", "2017-06-21T09:00:00+08:00", Standing::Open, 5},
      {"2017-06-21T09:00:00+08:00", "2017-06-22T00:00:00+08:00", Standing::Open, 4},
      {"2017-06-23T00:00:00+08:00", "2017-06-24T00:00:00+08:00", Standing::Open, 2},
      {"2017-06-24T00:00:00+08:00", "2017-06-27T00:00:00+08:00", Standing::LastDay, 0},
      {"2017-06-26T23:59:59+08:00", "2017-06-27T00:00:00+08:00", Standing::LastDay, 0},
      {"2017-06-27T00:00:00+08:00", "2017-06-28T00:00:00+08:00", Standing::Over, 0},
  };
  SampleSite site;
  for (const Row& row : rows) {
    const auto found = next(site, row.as_of);
    ASSERT_TRUE(found) << row.as_of;
    EXPECT_EQ(to_text(found->at), row.at) << row.as_of;
    EXPECT_EQ(found->standing, row.standing) << row.as_of;
    EXPECT_EQ(found->days_left, row.days_left) << row.as_of;
  }
  EXPECT_FALSE(next(site, "2017-06-28T00:00:00+08:00"));
}

TEST(NextChangeTest, ANoticePublishedOnItsLastDayIsNeverOpen) {
  SampleSite site;
  site.notice().published_at = instant("2017-06-27T10:00:00+08:00");
  const auto found = next(site, "2017-06-26T00:00:00+08:00");
  EXPECT_EQ(to_text(found->at), "2017-06-27T10:00:00+08:00");
  EXPECT_EQ(found->standing, Standing::LastDay);
}

TEST(NextChangeTest, TheFirstOfAllNoticesAndOfEqualOnesTheFirstInOrder) {
  SampleSite site;
  const NoticeId sooner = site.add_notice("sooner", {"zhou"}).id;
  EXPECT_EQ(next(site, "2017-06-24T09:00:00+08:00")->notice->id, site.notice().id);
  CountedWindow& window = site.windows.at(sooner);
  window.closes = parse_date("2017-06-26").value();
  window.closes_at = start_of_day(parse_date("2017-06-27").value());
  EXPECT_EQ(next(site, "2017-06-24T09:00:00+08:00")->notice->id, sooner);
  EXPECT_EQ(to_text(next(site, "2017-06-24T09:00:00+08:00")->at), "2017-06-26T00:00:00+08:00");
}

TEST(NextChangeTest, WhatTheOfficeDecidedChangesNoMore) {
  SampleSite site;
  site.notice().suspended = true;
  EXPECT_FALSE(next(site, "2017-06-22T09:00:00+08:00"));
  site.notice().suspended = false;
  site.notice().closing = sample_closing();
  EXPECT_FALSE(next(site, "2017-06-22T09:00:00+08:00"));
  site.content.notices.clear();
  EXPECT_FALSE(next(site, "2017-06-22T09:00:00+08:00"));
}

// Every file of the site as it was made at `when`, but for the sentence that says when.
std::map<std::string, std::string> listings(const SampleSite& site, Instant when) {
  auto files = site.files(to_text(when));
  const std::string said = chinese_instant(when);
  for (auto& [path, bytes] : files) {
    const auto at = bytes.find(said);
    if (at != std::string::npos && path == "index.html") bytes.erase(at, said.size());
  }
  return files;
}

// From change to change: until the last second before it no file differs, and then the home page
// does.
TEST(NextChangeTest, NothingDiffersBeforeItAndTheHomePageDoesThen) {
  SampleSite site;
  for (const auto& [id, published] :
       std::vector<std::pair<const char*, const char*>>{{"morning", "2017-06-22T08:00:00+08:00"},
                                                        {"last-day", "2017-06-27T15:00:00+08:00"},
                                                        {"past", "2017-06-20T09:00:00+08:00"}}) {
    site.add_notice(id, {"zhou"}).published_at = instant(published);
  }
  CountedWindow& past = site.windows.at(site.content.notices.back().id);
  past.closes = parse_date("2017-06-23").value();
  past.closes_at = start_of_day(parse_date("2017-06-24").value());
  Instant now = instant("2017-06-01T00:00:00+08:00");
  int changes = 0;
  while (const auto change = next_change(site.content, site.windows, now)) {
    const Instant before{change->at.utc - std::chrono::seconds{1}};
    EXPECT_EQ(listings(site, now), listings(site, before)) << to_text(change->at);
    EXPECT_NE(listings(site, before).at("index.html"), listings(site, change->at).at("index.html"))
        << to_text(change->at);
    now = change->at;
    ++changes;
  }
  EXPECT_EQ(changes, 9);
  EXPECT_EQ(listings(site, now), listings(site, instant("2030-01-01T00:00:00+08:00")));
}

}  // namespace
}  // namespace gongshi
