#include "generator/calendar/layering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/calendar/sample_calendars.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

// 2020 in the nation: 10-01 to 10-08 off, 09-27 (a Sunday) and 10-10 (a Saturday) worked.
const char* const kNation =
    "title = '全国'\n[year.2020]\nnotice = '甲'\nissued = 2019-11-21\n"
    "holidays = [{ name = '国庆节', from = 2020-10-01, to = 2020-10-08, "
    "make_up = [2020-09-27, 2020-10-10] }]\n";

WrittenCalendars with_region(const std::string& lines, const std::string& below_it = "") {
  std::vector<SourceFile> files = {
      {.path = "cn.toml", .bytes = kNation},
      {.path = "gx.toml",
       .bytes = "title = '广西'\nextends = 'cn'\nnot_covered = '无'\n[year.2020]\nnotice = '乙'\n" +
                lines + "\n"}};
  if (!below_it.empty()) {
    files.push_back({.path = "xian.toml",
                     .bytes = "title = '县'\nextends = 'gx'\nnot_covered = '无'\n[year.2020]\n"
                              "notice = '丙'\n" +
                              below_it + "\n"});
  }
  return WrittenCalendars(files);
}

struct Case {
  const char* lines;
  const char* code;  // with its place; empty when the lines are right
  const char* says;
};

const Case kRegionCases[] = {
    {"holidays = [{ name = '节', from = 2020-03-26, to = 2020-03-27, make_up = [2020-03-28] }]", "",
     ""},
    {"holidays = [{ name = '节', from = 2020-10-09, make_up_off = [2020-10-10] }]", "", ""},
    {"holidays = [{ name = '节', from = 2020-10-08 }]", "", ""},
    {"holidays = [{ name = '节', from = 2020-10-09, make_up = [2020-10-10] }]", "", ""},
    {"withdrawn = [{ name = '节', from = 2020-03-26 }]", "", ""},
    {"holidays = [{ name = '节', from = 2020-03-26, make_up = [2020-03-27] }]",
     "gx.toml:6:57 calendar-make-up-on-workday", "2020年3月27日是星期五，本来就上班"},
    {"holidays = [{ name = '节', from = 2020-10-09, make_up = [2020-10-07] }]",
     "gx.toml:6:57 calendar-make-up-on-holiday", "2020年10月7日在“全国”是假日，地方不能改为上班"},
    {"holidays = [{ name = '节', from = 2020-09-26, make_up = [2020-10-04] }]",
     "gx.toml:6:57 calendar-make-up-on-holiday", "2020年10月4日在“全国”是假日"},
    {"holidays = [{ name = '节', from = 2020-10-09, to = 2020-10-11 }]",
     "gx.toml:6:34 calendar-covers-make-up",
     "2020年10月10日是“全国”的调休上班日：本地当天放假的，请写进 make_up_off"},
    {"holidays = [{ name = '节', make_up_off = [2020-10-11] }]",
     "gx.toml:6:42 calendar-make-up-off", "2020年10月11日不是调休上班日"},
    {"holidays = [{ name = '节', make_up_off = [2020-10-09] }]",
     "gx.toml:6:42 calendar-make-up-off", "2020年10月9日不是调休上班日"},
    {"withdrawn = [{ name = '国庆节', from = 2020-10-08 }]", "gx.toml:6:37 calendar-withdrawn",
     "2020年10月8日是“全国”规定的，本地不能取消"},
    {"holidays = [{ name = '节', from = 2020-03-26 }]\n[year.2021]\nnotice = '丁'\n"
     "holidays = [{ name = '节', from = 2020-12-31, to = 2021-01-01, make_up = [2020-12-26] }]\n"
     "[year.2022]\nnotice = '戊'\n"
     "holidays = [{ name = '节', from = 2021-12-31, to = 2022-01-03 },\n"
     "            { name = '又', from = 2022-01-04, make_up = [2021-12-25] }]",
     "", ""},
    {"[[year.2020.amendment]]\nnotice = '丁'\nissued = 2020-03-05\n"
     "withdrawn = [{ name = '节', from = 2020-03-26 }]",
     "", ""},
};

TEST(LayeringTest, ARegionMayOnlySayWhatCanStandOnTheNation) {
  for (const auto& [lines, code, says] : kRegionCases) {
    const WrittenCalendars calendars = with_region(lines);
    const std::string expected = *code == '\0' ? "" : std::string(code) + "\n";
    EXPECT_EQ(calendars.codes(), expected) << lines;
    EXPECT_EQ(calendars.find("gx") != nullptr, expected.empty()) << lines;
    if (expected.empty()) continue;
    EXPECT_THAT(to_text(calendars.problems[0]), HasSubstr(says));
  }
}

TEST(LayeringTest, TheNationMayNotContradictItself) {
  const Case cases[] = {
      {"holidays = [{ name = '节', from = 2021-05-01, make_up = [2021-05-06] }]",
       "cn.toml:9:57 calendar-make-up-on-workday", "2021年5月6日是星期四，本来就上班"},
      {"holidays = [{ name = '元旦', from = 2020-12-31, to = 2021-01-03 }]", "", ""},
      {"withdrawn = [{ name = '节', from = 2021-05-06 }]", "cn.toml:9:35 calendar-withdrawn",
       "2021年5月6日此前没有安排，没有可取消的"},
      {"holidays = [{ name = '节', make_up_off = [2021-05-08] }]",
       "cn.toml:9:42 calendar-make-up-off", "不是调休上班日"},
      {"holidays = [{ name = '元旦', from = 2021-01-01, make_up = [2020-12-27] }]\n"
       "[year.2022]\nnotice = '丁'\nissued = 2021-10-25\n"
       "holidays = [{ name = '元旦', from = 2021-12-31, to = 2022-01-01 }]\n"
       "[year.2023]\nnotice = '戊'\nissued = 2022-12-08\n"
       "holidays = [{ name = '元旦', from = 2023-01-01, make_up = [2022-12-31] }]",
       "", ""},
      {"[year.2019]\nnotice = '丁'\nissued = 2018-12-01\n"
       "holidays = [{ name = '跨年', from = 2019-12-28, to = 2020-01-02 }]\n"
       "[[year.2020.amendment]]\nnotice = '戊'\nissued = 2020-01-26\n"
       "holidays = [{ name = '节', from = 2020-10-10 }]",
       "", ""},
  };
  for (const auto& [lines, code, says] : cases) {
    const WrittenCalendars calendars(
        std::string(kNation) + "[year.2021]\nnotice = '乙'\nissued = 2020-11-25\n" + lines + "\n");
    EXPECT_EQ(calendars.codes(), *code == '\0' ? "" : std::string(code) + "\n") << lines;
    if (*code == '\0') continue;
    EXPECT_THAT(to_text(calendars.problems[0]), HasSubstr(says));
  }
}

TEST(LayeringTest, ADayBelongsToOneYearsArrangement) {
  const WrittenCalendars calendars(
      std::string(kNation) +
      "[year.2021]\nnotice = '乙'\nissued = 2020-11-25\n"
      "holidays = [{ name = '元旦', from = 2020-12-31, to = 2021-01-01 }]\n"
      "[year.2022]\nnotice = '丙'\nissued = 2021-10-25\n"
      "holidays = [{ name = '元旦', from = 2021-12-31, to = 2022-01-01, make_up = [2022-01-08] }]\n"
      "[year.2023]\nnotice = '丁'\nissued = 2022-12-08\n"
      "holidays = [{ name = '元旦', from = 2022-12-31, to = 2023-01-01 }]\n");
  EXPECT_EQ(calendars.codes(), "");
  const WrittenCalendars twice(
      "title = '全国'\n[year.2020]\nnotice = '甲'\nissued = 2019-11-21\n"
      "holidays = [{ name = '跨年', from = 2020-12-30, to = 2021-01-02 }]\n"
      "[year.2021]\nnotice = '乙'\nissued = 2020-11-25\n"
      "holidays = [{ name = '元旦', from = 2021-01-01 }]\n");
  EXPECT_EQ(twice.codes(), "cn.toml:9:35 calendar-day-twice\n");
  EXPECT_THAT(twice.problems[0].message, HasSubstr("已由另一年的安排规定（第5行）"));
}

TEST(LayeringTest, TwoRegionsThatDisagreeAreAProblem) {
  const std::string off = "holidays = [{ name = '节', from = 2020-03-26, make_up = [2020-03-28] }]";
  EXPECT_EQ(with_region(off, "holidays = [{ name = '县', from = 2020-03-28 }]").codes(),
            "xian.toml:6:34 calendar-regions-disagree\n");
  EXPECT_EQ(with_region(off, "withdrawn = [{ name = '县', from = 2020-03-26 }]").codes(),
            "xian.toml:6:35 calendar-regions-disagree\n");
  EXPECT_EQ(with_region(off, "holidays = [{ name = '县', from = 2020-03-27 }]").codes(), "");
  EXPECT_EQ(with_region(off, "holidays = [{ name = '县', make_up_off = [2020-03-28] }]").codes(),
            "");
}

TEST(LayeringTest, ANationalNoticeWithoutADateIsAskedForIt) {
  const WrittenCalendars calendars("title = '全国'\n[year.2020]\nnotice = '甲'\n");
  EXPECT_EQ(calendars.codes(), "cn.toml:2:1 calendar-issued\n");
  EXPECT_EQ(calendars.problems[0].level, Level::Warning);
  EXPECT_NE(calendars.find("cn"), nullptr);
}

}  // namespace
}  // namespace gongshi
