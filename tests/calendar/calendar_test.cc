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

}  // namespace
}  // namespace gongshi
