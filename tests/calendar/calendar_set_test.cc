#include "generator/calendar/calendar_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/calendar/sample_calendars.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

SourceFile nation() {
  return {.path = "cn.toml",
          .bytes = "title = '全国'\n[year.2020]\nnotice = '甲'\nissued = 2019-11-21\n"};
}

SourceFile region(const std::string& id, const std::string& below, const std::string& more = "") {
  return {.path = id + ".toml",
          .bytes = "title = '" + id + "'\nextends = '" + below + "'\nnot_covered = '无'\n" + more};
}

TEST(CalendarSetTest, RealCalendarsHaveNoProblems) {
  EXPECT_EQ(real_calendars().ids().size(), calendar_sources().size());
  EXPECT_EQ(real_calendar("cn-gx").title(), "广西");
  EXPECT_NE(real_calendar("cn-gx").not_covered(), "") << "a region says what it does not know";
}

TEST(CalendarSetTest, ARegionMayBeReadBeforeTheNation) {
  const WrittenCalendars calendars({region("a", "cn", "follows = [2020]\n"), nation()});
  EXPECT_EQ(calendars.codes(), "");
  ASSERT_NE(calendars.find("a"), nullptr);
  EXPECT_EQ(calendars.find("a")->kind(day("2020-01-02")), DayKind::Weekday);
  EXPECT_EQ(calendars.find("a")->nation().id().text(), "cn");
}

TEST(CalendarSetTest, FollowingTheNationIsSaidPerYear) {
  SourceFile two_years = nation();
  two_years.bytes += "[year.2021]\nnotice = '乙'\nissued = 2020-11-25\n";
  const WrittenCalendars calendars({two_years, region("a", "cn", "follows = [2020]\n")});
  EXPECT_TRUE(calendars.find("a")->verdict(day("2020-12-31")));
  const auto unknown = calendars.find("a")->verdict(day("2021-01-04"));
  ASSERT_FALSE(unknown);
  EXPECT_THAT(unknown.error().message, HasSubstr("把 2021 写进 follows"));
}

TEST(CalendarSetTest, RegionsStandOnRegions) {
  const std::string off = "[year.2020]\nnotice = '乙'\nholidays = [{ name = '节', from = ";
  const WrittenCalendars calendars({nation(), region("a", "cn", off + "2020-03-02 }]\n"),
                                    region("b", "a", off + "2020-03-03 }]\n")});
  EXPECT_EQ(calendars.codes(), "");
  EXPECT_EQ(calendars.find("b")->kind(day("2020-03-02")), DayKind::Holiday);
  EXPECT_EQ(calendars.find("b")->kind(day("2020-03-03")), DayKind::Holiday);
  EXPECT_EQ(calendars.find("a")->kind(day("2020-03-03")), DayKind::Weekday);
}

TEST(CalendarSetTest, ABrokenCalendarIsLeftOutWithAllThatStandOnIt) {
  SourceFile broken = nation();
  broken.bytes += "holidays = 5\n";
  const WrittenCalendars calendars({broken, region("a", "cn"), region("b", "a")});
  EXPECT_EQ(calendars.codes(), "cn.toml:5:12 wrong-type\n") << "said once, where it is wrong";
  EXPECT_TRUE(calendars.set.ids().empty());
}

TEST(CalendarSetTest, ACalendarThatIsNotThereIsAProblemOfWhoeverNamesIt) {
  const WrittenCalendars calendars({nation(), region("a", "cm"), region("b", "a")});
  EXPECT_EQ(calendars.codes(), "a.toml:2:11 calendar-extends\n");
  EXPECT_THAT(calendars.problems[0].message, HasSubstr("没有日历“cm”（cm.toml）；是不是“cn”？"));
  EXPECT_EQ(calendars.set.ids().size(), 1U);
}

TEST(CalendarSetTest, ACircleIsAProblemOfEachInIt) {
  const WrittenCalendars calendars({region("a", "b"), region("b", "a"), region("c", "c")});
  EXPECT_EQ(calendars.codes(),
            "a.toml:2:11 calendar-extends\nb.toml:2:11 calendar-extends\n"
            "c.toml:2:11 calendar-extends\n");
  EXPECT_TRUE(calendars.set.ids().empty());
}

TEST(CalendarSetTest, TwoFilesForOneRegionAreOneTooMany) {
  SourceFile elsewhere = nation();
  elsewhere.path = "old/cn.toml";
  EXPECT_THAT(WrittenCalendars({nation(), elsewhere}).codes(), HasSubstr("calendar-id"));
  SourceFile same_title = region("a", "cn");
  same_title.path = "b.toml";
  const WrittenCalendars calendars({nation(), region("a", "cn"), same_title});
  EXPECT_EQ(calendars.codes(), "b.toml:1:1 calendar-regions-disagree\n");
  EXPECT_EQ(calendars.find("b"), nullptr);
}

}  // namespace
}  // namespace gongshi
