#include "generator/command/calendar_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/command/program_run.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

class CalendarFolderTest : public testing::Test {
 protected:
  CalendarFolderTest() {
    folder_.write(
        {.root = "calendars",
         .files = {{"cn.toml", "title = '全国'\n[year.2020]\nnotice = '甲'\nissued = 2019-11-21\n"},
                   {"broken.toml", "title = 5\n"},
                   {"notes.txt", "not a calendar"},
                   {"old/cn.toml", "title = 'not read: it stands deeper'\n"}}});
  }

  std::optional<Calendar> open(const std::string& id) {
    said_.str("");
    return open_calendar({.folder = folder_.path() / "calendars", .id = id, .known_on = {}},
                         {.out = said_, .err = said_});
  }

  WorkFolder folder_;
  std::ostringstream said_;
};

TEST_F(CalendarFolderTest, AnotherFilesMistakesDoNotStandInTheWay) {
  ASSERT_TRUE(open("cn"));
  EXPECT_EQ(said_.str(), "");
}

TEST_F(CalendarFolderTest, ABrokenCalendarSaysWhatIsWrong) {
  EXPECT_FALSE(open("broken"));
  EXPECT_THAT(said_.str(), HasSubstr("broken.toml:1:9: error[wrong-type]: “title”"));
  EXPECT_THAT(said_.str(), HasSubstr("日历“broken”或它所扩展的日历有错误：请先改正"));
}

TEST_F(CalendarFolderTest, AMissingCalendarNamesThoseThatThereAre) {
  EXPECT_FALSE(open("cn-gx"));
  EXPECT_THAT(said_.str(), HasSubstr("里没有日历“cn-gx”（cn-gx.toml）：现有 cn\n"));
}

TEST_F(CalendarFolderTest, AMissingFolderIsNamed) {
  std::ostringstream said;
  EXPECT_FALSE(
      open_calendar({.folder = "nowhere", .id = "cn", .known_on = {}}, {.out = said, .err = said}));
  EXPECT_THAT(said.str(), HasSubstr("nowhere"));
}

TEST_F(CalendarFolderTest, KnowledgeIsTheCalendarsOfThatDay) {
  const auto calendar = open_calendar({.folder = folder_.path() / "calendars",
                                       .id = "cn",
                                       .known_on = parse_date("2019-11-20").value()},
                                      {.out = said_, .err = said_});
  ASSERT_TRUE(calendar);
  EXPECT_FALSE(calendar->kind(parse_date("2020-01-02").value()));
}

}  // namespace
}  // namespace gongshi
