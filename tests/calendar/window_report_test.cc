#include "generator/calendar/window_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generator/notice/json.h"
#include "tests/calendar/sample_calendars.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

CountedWindow window_of(const Calendar& calendar, const CountingRule& rule) {
  return count_window(calendar, day("2024-02-02"), rule).value();
}

TEST(WindowReportTest, TextNumbersEveryDayThatCountsAndSaysWhyTheOthersDoNot) {
  const Calendar& calendar = real_calendar("cn");
  const CountingRule rule{.days = 3};
  EXPECT_EQ(window_as_text(window_of(calendar, rule), calendar, rule),
            "公示期：2024年2月2日（星期五）至2024年2月5日（星期一）24时（含当日），共3个工作日\n"
            "日历：全国（cn），开始当日起算\n"
            "    1  2024-02-02  星期五\n"
            "    -  2024-02-03  星期六\n"
            "    2  2024-02-04  调休上班\n"
            "    3  2024-02-05  星期一\n");
}

TEST(WindowReportTest, TextSaysByWhichRuleAndWhichKnowledge) {
  const Calendar calendar = real_calendar("cn").known_on(day("2024-01-01"));
  const CountingRule rule{.days = 3,
                          .unit = DayUnit::CalendarDay,
                          .count_from = CountFrom::NextDay,
                          .last_day = LastDay::RollsForward};
  const std::string text = window_as_text(window_of(calendar, rule), calendar, rule);
  EXPECT_THAT(text, HasSubstr("，共3天\n"));
  EXPECT_THAT(text,
              HasSubstr("日历：全国（cn），开始次日起算，末日逢休息日顺延，按2024年1月1日已印发"
                        "的安排\n"));
}

TEST(WindowReportTest, JsonHasTheKeysOfTheContractInOrder) {
  const Calendar& calendar = real_calendar("cn");
  const std::string text = window_as_json(window_of(calendar, {.days = 3}));
  const Json found = Json::parse(text);
  const Json expected = {
      {"opens", "2024-02-02"},
      {"closes", "2024-02-05"},
      {"closes_at", "2024-02-06T00:00:00+08:00"},
      {"calendar", "cn"},
      {"counted", {"2024-02-02", "2024-02-04", "2024-02-05"}},
      {"skipped", Json::array({{{"date", "2024-02-03"}, {"reason", "星期六"}}})}};
  EXPECT_EQ(found, expected);
  EXPECT_EQ(text, expected.dump(2) + "\n");
}

TEST(WindowReportTest, CalendarEntryKeepsItsNameWhenTheArrangementChanges) {
  const Calendar& now = real_calendar("cn");
  const Calendar then = now.known_on(day("2020-01-21"));
  const CountingRule rule{.days = 7};
  const auto entry = [&](const Calendar& calendar) {
    const auto window = count_window(calendar, day("2020-01-20"), rule).value();
    return window_as_icalendar(window, calendar, rule);
  };
  EXPECT_THAT(entry(then), HasSubstr("DTEND:20200203T160000Z\r\n"));
  EXPECT_THAT(entry(now), HasSubstr("DTEND:20200205T160000Z\r\n"));
  for (const std::string& file : {entry(then), entry(now)}) {
    EXPECT_THAT(file, HasSubstr("UID:cn-2020-01-20-7-workday-same-day@window.gongshi\r\n"));
    EXPECT_THAT(file, HasSubstr("DTSTAMP:20200119T160000Z\r\nDTSTART:20200119T160000Z\r\n"));
    EXPECT_THAT(file, HasSubstr("SUMMARY:公示期（7个工作日）\r\n"));
  }
}

}  // namespace
}  // namespace gongshi
