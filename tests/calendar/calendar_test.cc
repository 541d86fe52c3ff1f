#include "generator/calendar/calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/calendar/sample_calendars.h"

namespace gongshi {
namespace {

using std::chrono::days;
using testing::HasSubstr;

// Each year's account: Mondays to Fridays, less those that are off, plus the weekend days worked.
// 2005 has its seventh make-up day from the arrangement for 2006: 2005-12-31.
struct YearAccount {
  int year;
  int weekdays;
  int off;
  int made_up;
  int workdays;
};
constexpr YearAccount kAccounts[] = {
    {2004, 262, 16, 6, 252},  {2005, 260, 16, 7, 251}, {2006, 260, 17, 8, 251},
    {2007, 261, 19, 7, 249},  {2008, 262, 16, 5, 251}, {2009, 261, 17, 6, 250},
    {2010, 261, 19, 8, 250},  {2011, 260, 16, 6, 250}, {2012, 261, 18, 6, 249},
    {2013, 261, 23, 12, 250}, {2014, 261, 16, 5, 250}, {2015, 261, 17, 5, 249},
    {2016, 261, 17, 6, 250},  {2017, 260, 16, 5, 249}, {2018, 261, 18, 7, 250},
    {2019, 261, 17, 6, 250},  {2020, 262, 19, 6, 249}, {2021, 261, 18, 7, 250},
    {2022, 260, 18, 7, 249},  {2023, 260, 18, 7, 249}, {2024, 262, 19, 8, 251},
    {2025, 261, 18, 5, 248},  {2026, 261, 19, 6, 248},
};

YearAccount account_of(const Calendar& calendar, int year) {
  YearAccount account{.year = year, .weekdays = 0, .off = 0, .made_up = 0, .workdays = 0};
  const Date end = day(std::to_string(year + 1) + "-01-01");
  for (Date date = day(std::to_string(year) + "-01-01"); date < end; date += days{1}) {
    const bool weekday = std::chrono::weekday{date}.iso_encoding() <= 5;
    const auto verdict = calendar.verdict(date);
    account.weekdays += weekday ? 1 : 0;
    account.off += weekday && !verdict->workday ? 1 : 0;
    account.made_up += !weekday && verdict->workday ? 1 : 0;
    account.workdays += verdict->workday ? 1 : 0;
  }
  return account;
}

TEST(CalendarTest, EveryYearHasTheWorkingDaysOfItsArrangement) {
  for (const YearAccount& expected : kAccounts) {
    const YearAccount found = account_of(real_calendar("cn"), expected.year);
    EXPECT_EQ(found.weekdays, expected.weekdays) << expected.year;
    EXPECT_EQ(found.off, expected.off) << expected.year;
    EXPECT_EQ(found.made_up, expected.made_up) << expected.year;
    EXPECT_EQ(found.workdays, expected.workdays) << expected.year;
    EXPECT_EQ(expected.weekdays - expected.off + expected.made_up, expected.workdays);
  }
}

TEST(CalendarTest, KnowledgeOnlyShrinks) {
  const Calendar then = real_calendar("cn").known_on(day("2020-01-25"));
  EXPECT_EQ(then.knowledge_date(), day("2020-01-25"));
  EXPECT_EQ(then.known_on(day("2026-01-01")).knowledge_date(), day("2020-01-25"));
  EXPECT_EQ(then.known_on(day("2019-01-01")).knowledge_date(), day("2019-01-01"));
  EXPECT_EQ(then.kind(day("2020-02-01")), DayKind::MakeUp);
  EXPECT_FALSE(then.kind(day("2021-01-04")));
  EXPECT_FALSE(real_calendar("cn").knowledge_date());
}

TEST(CalendarTest, TheNationStandsBelowARegionWithTheSameKnowledge) {
  const Calendar nation = real_calendar("cn-gx").known_on(day("2017-02-10")).nation();
  EXPECT_EQ(nation.id().text(), "cn");
  EXPECT_EQ(nation.knowledge_date(), day("2017-02-10"));
  EXPECT_EQ(nation.kind(day("2017-04-01")), DayKind::MakeUp);
}

std::vector<std::string> notices_since(const Calendar& calendar, std::string_view known_on,
                                       std::string_view first, std::string_view last) {
  std::vector<std::string> names;
  for (const IssuedNotice& notice : calendar.issued_since(day(known_on), day(first), day(last)))
    names.push_back(notice.notice);
  return names;
}

TEST(CalendarTest, NoticesIssuedSinceAreThoseThatRuleOnTheDays) {
  using testing::ElementsAre;
  using testing::IsEmpty;
  const Calendar& nation = real_calendar("cn");
  EXPECT_THAT(notices_since(nation, "2020-01-20", "2020-01-20", "2020-02-05"),
              ElementsAre("国办发明电〔2020〕1号"));
  EXPECT_THAT(notices_since(nation, "2020-01-26", "2020-01-20", "2020-02-05"), IsEmpty());
  EXPECT_THAT(notices_since(nation, "2020-01-20", "2020-01-20", "2020-01-30"), IsEmpty());
  EXPECT_THAT(notices_since(nation, "2018-12-01", "2018-12-29", "2018-12-29"),
              ElementsAre("国办发明电〔2018〕15号"));
  EXPECT_THAT(
      notices_since(real_calendar("cn-sc-liangshan"), "2020-01-01", "2023-10-07", "2023-10-07"),
      ElementsAre("国办发明电〔2022〕16号", "凉府办函〔2022〕121号"));
  EXPECT_THAT(
      notices_since(nation.known_on(day("2020-01-25")), "2020-01-20", "2020-01-20", "2020-02-05"),
      IsEmpty())
      << "what is not known now is not since then either";
}

// Against the calendar itself as it was known then, over ten years of windows.
TEST(CalendarTest, WhatWasTheSameHasTheSameDays) {
  for (const char* id : {"cn", "cn-gx"}) {
    const Calendar& now = real_calendar(id);
    int same = 0;
    int other = 0;
    for (Date published = day("2015-01-02"); published < day("2025-01-01"); published += days{11}) {
      const Date last = published + days{20};
      const Calendar then = now.known_on(published);
      bool is_same = true;
      for (Date date = published; date <= last; date += days{1}) {
        is_same = is_same && then.kind(date) == now.kind(date);
      }
      ++(is_same ? same : other);
      EXPECT_TRUE(is_same || !now.was_the_same(published, published, last)) << to_text(published);
    }
    EXPECT_GT(same, other) << id;
    EXPECT_GT(other, 0) << id;
  }
}

TEST(CalendarTest, ADayRuledOnLaterOrInAYearArrangedLaterWasNotTheSame) {
  const Calendar& nation = real_calendar("cn");
  EXPECT_TRUE(nation.was_the_same(day("2020-01-28"), day("2020-01-20"), day("2020-02-05")));
  EXPECT_FALSE(nation.was_the_same(day("2020-01-20"), day("2020-01-20"), day("2020-02-05")));
  EXPECT_FALSE(nation.was_the_same(day("2018-12-01"), day("2018-12-29"), day("2018-12-29")));
  EXPECT_FALSE(nation.was_the_same(day("2018-11-01"), day("2018-11-20"), day("2019-01-03")));
  EXPECT_TRUE(nation.was_the_same(day("2018-11-01"), day("2018-11-20"), day("2018-11-30")));
}

TEST(CalendarTest, AWithdrawnMakeUpDaySaysSo) {
  const WrittenCalendars calendars(
      "title = '全国'\n[year.2020]\nnotice = '甲'\nissued = 2019-11-21\n"
      "holidays = [{ name = '节', from = 2020-05-06, make_up = [2020-05-09] }]\n"
      "[[year.2020.amendment]]\nnotice = '乙'\nissued = 2020-04-21\n"
      "withdrawn = [{ name = '节', from = 2020-05-06 }, { name = '节', from = 2020-05-09 }]\n");
  EXPECT_EQ(calendars.codes(), "");
  const Calendar& calendar = *calendars.find("cn");
  EXPECT_EQ(calendar.verdict(day("2020-05-06"))->reason, "星期三（节取消放假）");
  EXPECT_EQ(calendar.verdict(day("2020-05-09"))->reason, "星期六（节取消调休）");
  EXPECT_EQ(calendar.known_on(day("2020-04-20")).verdict(day("2020-05-09"))->reason, "调休上班");
}

TEST(CalendarTest, ANationWithoutYearsKnowsNothing) {
  const WrittenCalendars calendars("title = '全国'\n");
  ASSERT_NE(calendars.find("cn"), nullptr);
  EXPECT_FALSE(calendars.find("cn")->verdict(day("2020-05-06")));
}

}  // namespace
}  // namespace gongshi
