#include "generator/check/handling_days.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

bool is_worked(const CalendarDays& days, std::string_view day) {
  return std::ranges::binary_search(days.working_days, parse_date(day).value());
}

TEST(HandlingDaysTest, RunFromTheFirstReceiptToTheEndOfWhatIsPublished) {
  const Checked checked = load_and_check(sample_content());
  ASSERT_THAT(checked.calendars, SizeIs(1));
  const CalendarDays& days = checked.calendars.front();
  EXPECT_EQ(days.id.text(), "cn");
  EXPECT_EQ(to_text(days.from), "2017-06-21");
  EXPECT_EQ(to_text(days.through), "2017-12-31");
  EXPECT_EQ(to_text(days.working_days.front()), "2017-06-21");
  EXPECT_EQ(to_text(days.working_days.back()), "2017-12-29");
  EXPECT_TRUE(is_worked(days, "2017-09-30")) << "a Saturday that is made up";
  EXPECT_FALSE(is_worked(days, "2017-10-02")) << "a Monday of National Day";
  EXPECT_FALSE(is_worked(days, "2017-06-24")) << "a Saturday";
}

TEST(HandlingDaysTest, BeginWhereANoticeIsPublishedBeforeItOpens) {
  SourceTree tree = sample_content();
  apply({kSampleNotice, "published_at = 2017-06-21T00:00:00+08:00",
         "published_at = 2017-06-19T20:00:00+08:00"},
        tree);
  const Checked checked = load_and_check(tree);
  ASSERT_THAT(checked.calendars, SizeIs(1));
  EXPECT_EQ(to_text(checked.calendars.front().from), "2017-06-19");
}

// A year that nobody copied down parts the older notices from the newer, whose objections are open.
TEST(HandlingDaysTest, StandAroundTheNewestNotice) {
  SourceTree tree = sample_content();
  const std::string holidays =
      "notice = \"示\"\nissued = 2014-12-01\nholidays = [{ name = \"元旦\", from = ";
  tree.files[kSampleCalendar] += "[year.2015]\n" + holidays + "2015-01-01 }]\n";
  Diagnostics problems;
  const Content content = load_content(tree, problems);
  const CalendarSet calendars = read_calendars(content.calendars, problems);
  Content two = content;
  two.notices.push_back(content.notices.front());
  two.notices.back().id = *NoticeId::parse("older");
  two.notices.back().published_at = *parse_instant("2015-03-02T00:00:00+08:00");
  Windows windows = load_and_check(tree).windows;
  CountedWindow older = windows.at(content.notices.front().id);
  older.opens = *parse_date("2015-03-02");
  windows.emplace(two.notices.back().id, older);
  const std::vector<CalendarDays> days = handling_days(two, windows, calendars);
  ASSERT_THAT(days, SizeIs(1));
  EXPECT_EQ(to_text(days.front().from), "2017-01-01");
  EXPECT_EQ(to_text(days.front().through), "2017-12-31");
}

TEST(HandlingDaysTest, AClosedNoticeWaitsForNoDay) {
  Diagnostics problems;
  Content content = load_content(sample_content(), problems);
  const CalendarSet calendars = read_calendars(content.calendars, problems);
  const Windows windows = load_and_check(sample_content()).windows;
  EXPECT_THAT(handling_days(content, windows, calendars), SizeIs(1));
  content.notices.front().closing.emplace();
  EXPECT_THAT(handling_days(content, windows, calendars), IsEmpty());
}

TEST(HandlingDaysTest, WithoutAWindowThereAreNone) {
  const Content content = [] {
    Diagnostics problems;
    return load_content(sample_content(), problems);
  }();
  EXPECT_THAT(handling_days(content, {}, {}), IsEmpty());
}

}  // namespace
}  // namespace gongshi
