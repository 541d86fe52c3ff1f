#include "generator/calendar/amended_window.h"

#include <gtest/gtest.h>

#include "tests/calendar/sample_calendars.h"

namespace gongshi {
namespace {

struct Publication {
  std::string_view opens;
  int length;
  std::string_view published_on;
  std::string_view published_end;
};

std::optional<ExtensionProposal> proposal(const Publication& p, const Calendar& calendar) {
  return propose_extension(calendar, day(p.opens), {.days = p.length}, day(p.published_on),
                           day(p.published_end))
      .value();
}

std::optional<ExtensionProposal> proposal(const Publication& p) {
  return proposal(p, real_calendar("cn"));
}

TEST(AmendedWindowTest, AnAmendmentThatTakesWorkingDaysAwayAsksForAnExtension) {
  const auto found = proposal({"2020-01-20", 7, "2020-01-20", "2020-02-03"});
  ASSERT_TRUE(found);
  EXPECT_EQ(to_text(found->closes), "2020-02-05");
  EXPECT_EQ(found->reason, "国办发明电〔2020〕1号（2020年1月26日印发）调整了放假安排");
  EXPECT_EQ(
      found->sentence,
      "公示发布后，国办发明电〔2020〕1号（2020年1月26日印发）调整了放假安排，按原定截止日2020年"
      "2月3日公示期已不足7个工作日：请延长至2020年2月5日，写上 [[extension]] closes = "
      "2020-02-05、at（作出决定的时刻）、reason = \"国办发明电〔2020〕1号（2020年1月26日印发）调"
      "整了放假安排\"");
}

TEST(AmendedWindowTest, NothingToDoWhenTheEndIsStillLateEnough) {
  const Publication cases[] = {
      {"2020-01-20", 7, "2020-01-20", "2020-02-05"},  // already extended
      {"2020-01-20", 7, "2020-01-20", "2020-02-10"},  // published longer than stated
      {"2020-01-20", 7, "2020-01-26", "2020-02-03"},  // wrong from the start: another rule says so
      {"2020-01-13", 5, "2020-01-13", "2020-01-17"},  // over before the change
      {"2015-08-31", 7, "2015-08-31", "2015-09-09"},
  };
  for (const Publication& c : cases) EXPECT_FALSE(proposal(c)) << c.opens << c.published_end;
}

TEST(AmendedWindowTest, APublishedEndNeverMovesEarlier) {
  // 2015-09-06 became a working Sunday: counted now, the window is over a day earlier.
  const Calendar& calendar = real_calendar("cn");
  const CountingRule rule{.days = 3};
  EXPECT_EQ(closing_date(calendar, day("2015-09-06"), rule).value(), day("2015-09-08"));
  EXPECT_EQ(promised_end(calendar, day("2015-09-06"), rule, day("2015-05-01")).value(),
            day("2015-09-09"));
  EXPECT_FALSE(proposal({"2015-09-06", 3, "2015-05-01", "2015-09-09"}));
}

TEST(AmendedWindowTest, WhatWasPromisedIsWhatCouldBeKnown) {
  const Calendar& calendar = real_calendar("cn");
  const auto promised = [&](std::string_view opens, int length, std::string_view published_on) {
    return promised_end(calendar, day(opens), {.days = length}, day(published_on));
  };
  EXPECT_EQ(promised("2020-01-20", 7, "2020-01-20").value(), day("2020-02-03"));
  EXPECT_EQ(promised("2020-01-20", 7, "2020-01-26").value(), day("2020-02-05"));
  EXPECT_EQ(promised("2020-12-30", 5, "2020-11-01").value(), day("2021-01-06"));
  EXPECT_FALSE(promised("2026-12-30", 5, "2026-12-30"));
}

TEST(AmendedWindowTest, NextYearsArrangementCanReachBack) {
  // Published before the arrangement for 2023 took 2022-12-31; nobody works on a Saturday anyway.
  EXPECT_FALSE(proposal({"2022-12-26", 5, "2022-12-01", "2022-12-30"}));
  const WrittenCalendars calendars(
      "title = '全国'\n[year.2020]\nnotice = '甲'\nissued = 2019-11-21\n"
      "[year.2021]\nnotice = '乙'\nissued = 2020-12-25\n"
      "holidays = [{ name = '元旦', from = 2020-12-31, to = 2021-01-01 }]\n");
  const auto found = proposal({"2020-12-24", 6, "2020-12-24", "2020-12-31"}, *calendars.find("cn"));
  ASSERT_TRUE(found);
  EXPECT_EQ(to_text(found->closes), "2021-01-04");
}

TEST(AmendedWindowTest, WhatNobodyCouldCountThenHasNotChanged) {
  EXPECT_FALSE(proposal({"2020-12-30", 5, "2020-11-01", "2021-01-05"}));
}

TEST(AmendedWindowTest, ARegionsOwnNoticeCounts) {
  const auto found =
      proposal({"2023-04-20", 3, "2023-03-13", "2023-04-24"}, real_calendar("cn-gx"));
  EXPECT_FALSE(found) << "the region's year was not known on that day";
}

TEST(AmendedWindowTest, AnUnknownYearIsAnError) {
  EXPECT_FALSE(propose_extension(real_calendar("cn"), day("2026-12-30"), {.days = 5},
                                 day("2026-12-30"), day("2027-01-06")));
}

}  // namespace
}  // namespace gongshi
