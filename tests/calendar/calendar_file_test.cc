#include "generator/calendar/calendar_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/calendar/sample_calendars.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

constexpr std::string_view kHead =
    "title = '全国'\n[year.2020]\nnotice = '甲'\nissued = 2019-11-21\n";

struct ReadFile {
  Diagnostics problems;
  std::optional<CalendarFile> file;

  explicit ReadFile(std::string text, std::string path = "content/calendars/cn.toml")
      : file(read_calendar_file({.path = std::move(path), .bytes = std::move(text)}, problems)) {}

  std::string problem_list() const {
    std::string text;
    for (const Diagnostic& problem : problems) text += to_text(problem) + "\n";
    return text;
  }
};

TEST(CalendarFileTest, ReadsWhatTheHeaderShows) {
  const ReadFile read(
      "title = \"全国\"\n\n[year.2020]\nnotice = \"国办发明电〔2019〕16号\"\nissued = 2019-11-21\n"
      "holidays = [\n  { name = \"元旦\", from = 2020-01-01 },\n"
      "  { name = \"春节\", from = 2020-01-24, to = 2020-01-30, make_up = [2020-01-19, 2020-02-01] "
      "},"
      "\n]\n\n[[year.2020.amendment]]\nnotice = \"国办发明电〔2020〕1号\"\nissued = 2020-01-26\n"
      "holidays = [{ name = \"春节（延长）\", from = 2020-01-31, to = 2020-02-02 }]\n");
  EXPECT_EQ(read.problem_list(), "");
  ASSERT_TRUE(read.file);
  EXPECT_EQ(read.file->id.text(), "cn");
  const auto& arrangements = read.file->years.at(2020);
  ASSERT_EQ(arrangements.size(), 2U);
  EXPECT_EQ(arrangements[0].notice, "国办发明电〔2019〕16号");
  ASSERT_EQ(arrangements[0].rulings.size(), 10U);
  EXPECT_EQ(arrangements[0].rulings[0].name, "元旦");
  EXPECT_EQ(arrangements[0].rulings[8].kind, RulingKind::MakeUp);
  EXPECT_EQ(to_text(arrangements[0].rulings[9].date), "2020-02-01");
  EXPECT_EQ(to_text(*arrangements[1].issued), "2020-01-26");
  EXPECT_EQ(arrangements[1].rulings.size(), 3U);
}

// Each line is put below a sound head of four lines, so it is line 5 of the file.
struct Reject {
  const char* lines;
  const char* place;
  const char* code;
  const char* says;
};

const Reject kRejects[] = {
    {"holidays = [{ from = 2020-01-01 }]", "5:13", "missing-key", "缺少“name”"},
    {"holidays = [{ name = '', from = 2020-01-01 }]", "5:22", "missing-key", "“name”是空的"},
    {"holidays = [{ name = '元旦' }]", "5:13", "missing-key", "“元旦”没有放假的日子"},
    {"holidays = [{ name = '元旦', to = 2020-01-03, make_up_off = [2020-01-04] }]", "5:13",
     "missing-key", "“元旦”没有放假的日子"},
    {"holidays = [{ name = '元旦', from = '2020-01-01' }]", "5:35", "wrong-type",
     "“from”应当是日期"},
    {"holidays = [{ name = '元旦', frm = 2020-01-01, from = 2020-01-01 }]", "5:28", "unknown-key",
     "不认识“frm”；是不是“from”？"},
    {"holidays = [{ name = '春节', from = 2020-01-30, to = 2020-01-24 }]", "5:52", "calendar-span",
     "“to”（2020-01-24）早于“from”（2020-01-30）"},
    {"holidays = [{ name = '春节', from = 2020-01-24, to = 2020-03-30 }]", "5:52", "calendar-span",
     "有67天，最多31天"},
    {"holidays = [{ name = '春节', from = 2021-01-24, to = 2021-01-30 }]", "5:35",
     "calendar-day-outside-year", "2021年1月24日不在2020年，也不与该年的假期相连"},
    {"holidays = [{ name = '元旦', from = 2020-01-01, make_up = [2019-12-08] }]", "5:58",
     "calendar-day-outside-year", "2019年12月8日不在2020年"},
    {"holidays = [{ name = '国庆', from = 2020-10-01, make_up = [2021-10-10] }]", "5:58",
     "calendar-day-outside-year", "2021年10月10日不在2020年"},
    {"holidays = [{ name = '州庆', make_up_off = [2021-10-07] }]", "5:43",
     "calendar-day-outside-year", "2021年10月7日不在2020年"},
    {"holidays = [{ name = '春节', from = 2020-01-24, to = 2020-01-30, make_up = [2020-01-25] }]",
     "5:75", "calendar-day-twice", "2020年1月25日在同一份通知里写了两次（另一处在第5行）"},
    {"holidays = [{ name = '甲', from = 2020-05-01, to = 2020-05-05 },\n"
     "            { name = '乙', from = 2020-05-04, to = 2020-05-06 }]",
     "6:34", "calendar-day-twice", "2020年5月4日在同一份通知里写了两次（另一处在第5行）"},
    {"holidays = [{ name = '甲', from = 2020-05-01, make_up = [2020-05-09, 2020-05-09] }]", "5:69",
     "calendar-day-twice", "2020年5月9日"},
    {"holiday = []", "5:1", "unknown-key", "不认识“holiday”；是不是“holidays”？"},
    {"holidays = 5", "5:12", "wrong-type", "应当是若干节"},
    {"holidays = [2020-01-01]", "5:13", "wrong-type", "每一项都应当是一节"},
    {"withdrawn = [{ name = '甲' }]", "5:14", "missing-key", "缺少“from”"},
    {"unknown = [{ name = '甲', from = 2020-01-01 }]", "5:12", "missing-key", "缺少“why”"},
    {"[[year.2020.amendment]]\nnotice = '乙'", "5:1", "missing-key", "缺少“issued”"},
    {"[[year.2020.amendment]]\nnotice = '乙'\nissued = 2019-11-20", "7:10", "calendar-issued",
     "调整通知印发于2019-11-20，早于它所调整的通知（2019-11-21）"},
    {"[[year.2020.amendment]]\nissued = 2020-01-20", "5:1", "missing-key", "缺少“notice”"},
    {"[year.2021]\nnotice = '乙'\nissued = 2022-01-01", "7:10", "calendar-issued",
     "2021年的安排不会在2022年1月1日才印发"},
    {"[year.20021]\nnotice = '乙'", "5:7", "calendar-year", "“20021”不是年份"},
    {"[year.next]\nnotice = '乙'", "5:7", "calendar-year", "“next”不是年份"},
    {"[year]\n2021 = 5", "6:8", "wrong-type", "“2021”应当是一节"},
    {"[year.2021]", "5:1", "missing-key", "缺少“notice”"},
};

TEST(CalendarFileTest, EachMistakeHasItsPlaceAndItsWayOut) {
  for (const auto& [lines, place, code, says] : kRejects) {
    const ReadFile read(std::string(kHead) + lines + "\n");
    const std::string expected =
        std::string("content/calendars/cn.toml:") + place + ": error[" + code + "]: ";
    EXPECT_THAT(read.problem_list(), HasSubstr(expected)) << lines;
    EXPECT_THAT(read.problem_list(), HasSubstr(says)) << lines;
    EXPECT_TRUE(read.file) << "the rest was understood";
  }
}

TEST(CalendarFileTest, MistakesOfTheWholeFile) {
  const Reject kHeads[] = {
      {"", "1:1", "missing-key", "缺少“title”"},
      {"title = '全国'\nyear = 2020", "2:8", "wrong-type", "“year”应当是一节"},
      {"title = '广西'\nextends = 'CN'\nnot_covered = '无'", "2:11", "calendar-extends", "CN"},
      {"title = '广西'\nextends = 'cn'", "1:1", "missing-key", "缺少“not_covered”"},
      {"title = '全国'\nfollows = [2012]", "2:11", "calendar-extends", "没有 extends"},
      {"title = '甲'\nextends = 'cn'\nnot_covered = '无'\nfollows = [12]", "4:12", "calendar-year",
       "12不是年份"},
      {"title = '甲'\nextends = 'cn'\nnot_covered = '无'\nfollows = [2012]\n"
       "[year.2012]\nnotice = '乙'",
       "4:12", "calendar-year", "2012年既写了 follows，又有自己的 [year.2012]"},
      {"title = '全国'\ntitel = '全国'", "2:1", "unknown-key", "是不是“title”？"},
      {"title = = 1", "1:9", "toml-syntax", "不是合法的 TOML"},
  };
  for (const auto& [lines, place, code, says] : kHeads) {
    const ReadFile read(std::string(lines) + "\n");
    const std::string expected =
        std::string("content/calendars/cn.toml:") + place + ": error[" + code + "]: ";
    EXPECT_THAT(read.problem_list(), HasSubstr(expected)) << lines;
    EXPECT_THAT(read.problem_list(), HasSubstr(says)) << lines;
  }
}

TEST(CalendarFileTest, TheNameOfTheFileIsTheId) {
  const ReadFile read("title = '全国'\n", "content/calendars/全国.toml");
  EXPECT_FALSE(read.file);
  EXPECT_THAT(read.problem_list(), HasSubstr("全国.toml:1:1: error[calendar-id]"));
  EXPECT_EQ(ReadFile("title = '广西'\n", "cn-gx.toml").file->id.text(), "cn-gx");
}

TEST(CalendarFileTest, AFarMakeUpDayIsDoubtedButPossible) {
  const ReadFile read(
      std::string(kHead) +
      "holidays = [{ name = '春节', from = 2020-01-24, make_up = [2020-03-08] }]\n");
  EXPECT_THAT(read.problem_list(),
              HasSubstr("5:58: warning[calendar-make-up-far]: 2020年3月8日离假期有44天"));
  EXPECT_EQ(read.file->years.at(2020).front().rulings.size(), 2U);
}

TEST(CalendarFileTest, DaysOfAnotherYearStandBesideTheirHoliday) {
  const ReadFile read(std::string(kHead) +
                      "holidays = [{ name = '元旦', from = 2019-12-30, to = 2020-01-01, "
                      "make_up = [2019-12-28, 2020-01-04] }]\n");
  EXPECT_EQ(read.problem_list(), "");
}

TEST(CalendarFileTest, ANoticeWithoutADateIsKnownFromItsFirstDay) {
  const ReadFile read(
      "title = '全国'\n[year.2020]\nnotice = '甲'\n"
      "holidays = [{ name = '春节', from = 2020-01-24, make_up = [2020-01-19] }]\n"
      "unknown = [{ why = '乙', from = 2020-01-02 }]\n");
  const Arrangement& arrangement = read.file->years.at(2020).front();
  EXPECT_FALSE(arrangement.known_on(day("2020-01-18")));
  EXPECT_TRUE(arrangement.known_on(day("2020-01-19")));
}

TEST(CalendarFileTest, EveryProblemIsReportedNotOnlyTheFirst) {
  const ReadFile read("[year.2020]\nholidays = [{ name = '' }, { from = 2020-01-01, x = 1 }]\n");
  EXPECT_EQ(read.problems.size(), 6U) << read.problem_list();
}

}  // namespace
}  // namespace gongshi
