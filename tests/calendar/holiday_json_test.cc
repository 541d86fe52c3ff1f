#include "generator/calendar/holiday_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generator/notice/json.h"
#include "tests/calendar/sample_calendars.h"

namespace gongshi {
namespace {

using std::chrono::days;
using testing::HasSubstr;

struct Imported {
  Diagnostics problems;
  std::optional<std::string> text;

  explicit Imported(std::string json, const NoticeFacts& facts = {})
      : text(calendar_year_from_json({.path = "2027.json", .bytes = std::move(json)}, facts,
                                     problems)) {}

  std::string problem_list() const {
    std::string list;
    for (const Diagnostic& problem : problems) list += to_text(problem) + "\n";
    return list;
  }
};

const char* const kGood =
    R"({"$schema": "x", "year": 2027, "papers": ["https://www.example.cn/1.htm"], "days": [
      {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
      {"name": "春节", "date": "2027-02-14", "isOffDay": false},
      {"name": "春节", "date": "2027-02-06", "isOffDay": true},
      {"name": "春节", "date": "2027-02-05", "isOffDay": true}]})";

TEST(HolidayJsonTest, BecomesOneYearOfACalendarFile) {
  EXPECT_EQ(Imported(kGood).text.value(),
            "# 来源：https://www.example.cn/1.htm\n"
            "[year.2027]\n"
            "notice = \"国务院办公厅关于2027年部分节假日安排的通知\"\n"
            "# issued =        请填写通知的印发日期，如 2025-11-04\n"
            "holidays = [\n"
            "  { name = \"元旦\", from = 2027-01-01 },\n"
            "  { name = \"春节\", from = 2027-02-05, to = 2027-02-06, make_up = [2027-02-14] },\n"
            "]\n");
}

TEST(HolidayJsonTest, FactsOfTheNoticeComeFromOutside) {
  const Imported imported(kGood, {.notice = "国办\"发\\明电", .issued = day("2026-11-05")});
  EXPECT_THAT(imported.text.value(),
              HasSubstr("notice = \"国办\\\"发\\\\明电\"\nissued = 2026-11-05\n"));
}

TEST(HolidayJsonTest, AppendedToTheNationItOpensTheYear) {
  std::vector<SourceFile> files;
  for (const SourceFile& file : calendar_sources()) {
    if (file.path.ends_with("/cn.toml")) files.push_back(file);
  }
  files.front().bytes += Imported(kGood, {.notice = {}, .issued = day("2026-11-05")}).text.value();
  const WrittenCalendars calendars(files);
  EXPECT_EQ(calendars.codes(), "");
  EXPECT_EQ(calendars.find("cn")->verdict(day("2027-02-14"))->reason, "调休上班");
}

// Every year that we have goes out in that form and comes back as the same days.
Json as_json(const Calendar& calendar, int year) {
  Json list = Json::array();
  const Date end = day(std::to_string(year) + "-12-25");
  for (Date date = day(std::to_string(year) + "-01-01"); date < end; date += days{1}) {
    const auto verdict = calendar.verdict(date).value();
    if (verdict.kind == DayKind::Holiday)
      list.push_back({{"name", verdict.reason}, {"date", to_text(date)}, {"isOffDay", true}});
  }
  return {{"year", year}, {"papers", Json::array()}, {"days", list}};
}

TEST(HolidayJsonTest, DaysOffComeBackAsTheyWere) {
  const Calendar& nation = real_calendar("cn");
  for (int year = 2004; year <= 2026; ++year) {
    const Imported imported(as_json(nation, year).dump());
    ASSERT_TRUE(imported.text) << imported.problem_list();
    const WrittenCalendars calendars("title = '全国'\n" + *imported.text);
    const Date end = day(std::to_string(year) + "-12-25");
    for (Date date = day(std::to_string(year) + "-01-01"); date < end; date += days{1}) {
      EXPECT_EQ(calendars.find("cn")->kind(date) == DayKind::Holiday,
                nation.kind(date) == DayKind::Holiday)
          << to_text(date);
    }
  }
}

std::string with_days(const std::string& more) {
  return R"({"year": 2027, "days": [{"name": "春节", "date": "2027-02-05", "isOffDay": true})" +
         more + "]}";
}

TEST(HolidayJsonTest, RefusesWhatIsNotThatForm) {
  const std::pair<std::string, const char*> cases[] = {
      {"", "不是 JSON 对象"},
      {"[]", "不是 JSON 对象"},
      {"{\"year\": 2027", "不是 JSON 对象"},
      {"{\"year\": \"2027\", \"days\": []}", "“year”应当是年份"},
      {"{\"year\": -1, \"days\": []}", "“year”应当是年份"},
      {"{\"days\": []}", "“year”应当是年份"},
      {"{\"year\": 2027}", "“days”应当是每天一项的列表"},
      {"{\"year\": 2027, \"days\": []}", "不能是空的"},
      {"{\"year\": 2027, \"days\": {}}", "“days”应当是每天一项的列表"},
      {"{\"year\": 2027, \"papers\": 1, \"days\": [1]}", "“papers”应当是网址的列表"},
      {"{\"year\": 2027, \"papers\": [\"a\\nb = 1\"], \"days\": [1]}", "一行网址"},
      {with_days(", 1"), "days 第2项的“name”应当是节日名称"},
      {with_days(R"(, {"name": " ", "date": "2027-02-06", "isOffDay": true})"),
       "days 第2项的“name”"},
      {with_days(R"(, {"name": "a\nb", "date": "2027-02-06", "isOffDay": true})"),
       "days 第2项的“name”"},
      {with_days(R"(, {"name": "春节", "date": "2027-2-6", "isOffDay": true})"),
       "days 第2项的“date”"},
      {with_days(R"(, {"name": "春节", "date": "2027-02-06", "isOffDay": 1})"),
       "days 第2项的“isOffDay”"},
      {with_days(", {\"name\": \"\xFF\", \"date\": \"2027-02-06\", \"isOffDay\": true}"),
       "不是 JSON 对象"},
  };
  for (const auto& [json, says] : cases) {
    const Imported imported(json);
    EXPECT_FALSE(imported.text) << json;
    EXPECT_THAT(imported.problem_list(), HasSubstr(says)) << json;
    EXPECT_THAT(imported.problem_list(), HasSubstr("2027.json:1:1: error[holiday-json]"));
  }
}

TEST(HolidayJsonTest, RefusesWhatContradictsItself) {
  const std::pair<std::string, const char*> cases[] = {
      {R"(, {"name": "春节", "date": "2027-02-05", "isOffDay": true})",
       "days 第2项的2027年2月5日前面已经写过"},
      {R"(, {"name": "春节", "date": "2027-02-05", "isOffDay": false})",
       "days 第2项的2027年2月5日前面已经写过"},
      {R"(, {"name": "春节", "date": "2027-02-08", "isOffDay": false})",
       "2027年2月8日是星期一，本来就上班"},
      {R"(, {"name": "清明", "date": "2027-02-06", "isOffDay": false})",
       "2027年2月6日为“清明”调休上班，却没有这个节日的放假日"},
      {R"(, {"name": "元旦", "date": "2026-01-01", "isOffDay": true})",
       "2026年1月1日不在2027年，也不与该年的假期相连"},
      {R"(, {"name": "元旦", "date": "2028-01-01", "isOffDay": true})", "2028年1月1日不在2027年"},
  };
  for (const auto& [more, says] : cases) {
    const Imported imported(with_days(more));
    EXPECT_FALSE(imported.text) << more;
    EXPECT_THAT(imported.problem_list(), HasSubstr(says)) << more;
  }
  EXPECT_THAT(Imported(R"({"year": 20270, "days": [{"name": "春节", "date": "2027-02-05",
                           "isOffDay": true}]})")
                  .problem_list(),
              HasSubstr("“20270”不是年份"));
}

}  // namespace
}  // namespace gongshi
