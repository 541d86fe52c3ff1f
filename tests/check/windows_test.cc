#include "generator/check/windows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

std::string at(const std::string& place_and_code) {
  return std::string(kSampleNotice) + ":" + place_and_code;
}

const NoticeId kId = *NoticeId::parse("gongshi-2017");

std::string extension(const std::string& closes, const std::string& decided) {
  return "[[extension]]\ncloses = " + closes + "\nat = " + decided +
         "T10:00:00+08:00\nreason = \"故障\"\n";
}

TEST(WindowsTest, TheSampleRunsFiveWorkingDays) {
  const Checked checked = load_and_check(sample_content());
  EXPECT_THAT(places_and_codes(checked.problems), testing::IsEmpty());
  const CountedWindow& window = checked.windows.at(kId);
  EXPECT_EQ(to_text(window.opens), "2017-06-21");
  EXPECT_EQ(to_text(window.closes), "2017-06-27");
  EXPECT_EQ(to_text(window.closes_at), "2017-06-28T00:00:00+08:00");
  EXPECT_EQ(window.counted.size(), 5U);
  EXPECT_EQ(window.skipped.size(), 2U);
}

TEST(WindowsTest, WhatTheOfficeWroteIsComparedWithTheCalendar) {
  const std::string closes = "closes = 2017-06-27";
  const CheckCase cases[] = {
      {{{kSampleNotice, closes, "closes = 2017-06-26"}}, {at("6:10 window-closes-mismatch")}},
      {{{kSampleNotice, closes, "closes = 2017-06-28"}}, {at("6:10 window-closes-mismatch")}},
      {{{kSampleNotice, closes, ""}}, {}},
      {{{kSampleNotice, closes, "count_from = \"next-day\"\ncloses = 2017-06-28"}}, {}},
      {{{kSampleNotice, closes, "count_from = \"next-day\"\ncloses = 2017-06-27"}},
       {at("7:10 window-closes-mismatch")}},
      {{{kSampleNotice, closes, "working_days = 6\ncloses = 2017-06-28"}}, {}},
      {{{kSampleNotice, closes, "working_days = 4"}}, {at("6:16 window-too-short")}},
      {{{kSampleNotice, "opens = 2017-06-21\n", ""}}, {}},
      {{{kSampleNotice, "opens = 2017-06-21", "opens = 2017-06-20"},
        {kSampleNotice, closes, "closes = 2017-06-26"}},
       {at("5:9 opens-before-publication")}},
      // Published in the evening of the 20th in Greenwich is the 21st in China.
      {{{kSampleNotice, "published_at = 2017-06-21T00:00:00+08:00",
         "published_at = 2017-06-20T18:00:00Z"}},
       {}},
      {{{kSampleCampaign, "working_days = 5", "working_days = 5\nunit = \"calendar-day\""},
        {kSampleNotice, closes, "closes = 2017-06-25"}},
       {}},
  };
  expect_problems(sample_content(), cases);
}

TEST(WindowsTest, TheMismatchSaysBothDatesAndTheWayOut) {
  struct Case {
    const char* closes;
    const char* message;
  };
  const Case cases[] = {
      {"2017-06-25",
       "公示截止日写的是2017年6月25日，从2017年6月21日起只有3个工作日，比规定的5个工作日少2个工作"
       "日：应不早于2017年6月27日；如果按自然日数，就会得出写明的日期"},
      {"2018-06-27", "公示截止日写的是2018年6月27日，按规定是2017年6月27日：日月相符，请改正年份"},
      {"2017-06-29",
       "公示截止日写的是2017年6月29日，规定的5个工作日到2017年6月27日已满："
       "请改为2017-06-27；有意加长的请写 working_days"},
  };
  for (const Case& c : cases) {
    SourceTree tree = sample_content();
    apply({kSampleNotice, "closes = 2017-06-27", std::string("closes = ") + c.closes}, tree);
    const Checked checked = load_and_check(tree);
    ASSERT_EQ(checked.problems.size(), 1U);
    EXPECT_EQ(checked.problems[0].message, c.message);
    EXPECT_EQ(checked.problems[0].level, Level::Error);
  }
}

TEST(WindowsTest, AnUnknownYearIsSaidWhereTheWindowBegins) {
  const CheckCase cases[] = {
      {{{kSampleNotice, "opens = 2017-06-21\ncloses = 2017-06-27", "opens = 2017-12-29"}},
       {at("5:9 calendar-year-unknown")}},
      {{{kSampleNotice, "opens = 2017-06-21\ncloses = 2017-06-27\n", ""},
        {kSampleNotice, "2017-06-21T00:00:00", "2018-06-21T00:00:00"}},
       {at("4:16 calendar-year-unknown")}},
  };
  expect_problems(sample_content(), cases);
  SourceTree tree = sample_content();
  for (const Variation& change : cases[0].changes) apply(change, tree);
  const Checked checked = load_and_check(tree);
  EXPECT_TRUE(checked.windows.empty());
  EXPECT_THAT(checked.problems.at(0).message, HasSubstr("2018"));
}

TEST(WindowsTest, AnExtensionMovesTheEndLaterAndNeverElse) {
  const std::string review = "[[review]]";
  const CheckCase cases[] = {
      {{{kSampleNotice, review, extension("2017-06-29", "2017-06-26") + review}}, {}},
      {{{kSampleNotice, review, extension("2017-06-27", "2017-06-26") + review}},
       {at("16:10 extension-not-later")}},
      {{{kSampleNotice, review, extension("2017-06-23", "2017-06-22") + review}},
       {at("16:10 extension-not-later")}},
      {{{kSampleNotice, review, extension("2017-06-29", "2017-06-28") + review}},
       {at("16:10 extension-too-late")}},
      {{{kSampleNotice, review, extension("2018-01-02", "2017-06-26") + review}},
       {at("16:10 calendar-year-unknown")}},
      {{{kSampleNotice, review,
         extension("2017-06-29", "2017-06-26") + extension("2017-06-30", "2017-06-28") + review}},
       {}},
      {{{kSampleNotice, review,
         extension("2017-06-30", "2017-06-26") + extension("2017-06-29", "2017-06-28") + review}},
       {at("20:10 extension-not-later")}},
  };
  expect_problems(sample_content(), cases);
  SourceTree tree = sample_content();
  apply(cases[0].changes[0], tree);
  const CountedWindow window = load_and_check(tree).windows.at(kId);
  EXPECT_EQ(to_text(window.closes_at), "2017-06-30T00:00:00+08:00");
  EXPECT_EQ(window.counted.size(), 7U);
  EXPECT_EQ(to_text(window.counted.back().date), "2017-06-29");
}

// A later notice that takes 2017-06-26 out of the window, or makes the Saturday in it a working
// day.
Variation amendment(const std::string& holiday) {
  return {kSampleCalendar, "[year.2017]\n",
          "[[year.2017.amendment]]\nnotice = \"示办发〔2017〕1号\"\nissued = 2017-06-22\n"
          "holidays = [{ name = \"临时放假\", " +
              holiday + " }]\n[year.2017]\n"};
}

TEST(WindowsTest, ACalendarThatChangesAfterPublicationAsksForAnExtension) {
  const Variation takes_a_day = amendment("from = 2017-06-26");
  const std::string review = "[[review]]";
  const CheckCase cases[] = {
      {{takes_a_day}, {at("5:9 window-amended")}},
      {{takes_a_day, {kSampleNotice, review, extension("2017-06-28", "2017-06-26") + review}}, {}},
      {{takes_a_day, {kSampleNotice, review, extension("2017-06-29", "2017-06-26") + review}}, {}},
      // Written after the change, the announced date is the one that was not promised.
      {{takes_a_day, {kSampleNotice, "closes = 2017-06-27", "closes = 2017-06-26"}},
       {at("5:9 window-amended"), at("6:10 window-closes-mismatch")}},
  };
  expect_problems(sample_content(), cases);
  SourceTree tree = sample_content();
  for (const Variation& change : cases[0].changes) apply(change, tree);
  const std::string message = load_and_check(tree).problems.at(0).message;
  EXPECT_THAT(message, HasSubstr("示办发〔2017〕1号"));
  EXPECT_THAT(message, HasSubstr("closes = 2017-06-28"));
}

TEST(WindowsTest, APublishedEndNeverMovesEarlier) {
  SourceTree tree = sample_content();
  apply(amendment("from = 2017-07-03, make_up = [2017-06-24]"), tree);
  const Checked checked = load_and_check(tree);
  EXPECT_THAT(places_and_codes(checked.problems), testing::IsEmpty());
  EXPECT_EQ(to_text(checked.windows.at(kId).closes), "2017-06-27");
  EXPECT_EQ(checked.windows.at(kId).counted.size(), 6U);
}

TEST(WindowsTest, AStepMayStateItsLengthExactlyAndHowItsLastDayFalls) {
  const std::string length = "working_days = 5";
  const std::string closes = "closes = 2017-06-27";
  const Variation exact{kSampleCampaign, length, length + "\nlength = \"exact\""};
  const std::string natural = "\nunit = \"calendar-day\"";
  const CheckCase cases[] = {
      {{exact}, {}},
      {{exact, {kSampleNotice, closes, "working_days = 6"}},
       {at("6:16 window-longer-than-stated")}},
      {{exact, {kSampleNotice, closes, "working_days = 4"}}, {at("6:16 window-too-short")}},
      // Five calendar days end on a Sunday; Civil Code 203 moves that to the Monday.
      {{{kSampleCampaign, length, length + natural + "\nroll_forward = true"},
        {kSampleNotice, closes, "closes = 2017-06-26"}},
       {}},
      {{{kSampleCampaign, length, length + "\nlength = \"about\""}},
       {std::string(kSampleCampaign) + ":25:10 unknown-word"}},
  };
  expect_problems(sample_content(), cases);
}

// A window cannot be counted from what loading or the calendar has already refused; that is said
// once, by them.
TEST(WindowsTest, WhatIsBrokenBelowIsNotSaidAgain) {
  const CheckCase cases[] = {
      {{{kSampleNotice, "published_at = 2017-06-21T00:00:00+08:00\n", ""}},
       {at("2:1 missing-key")}},
      {{{kSampleNotice, "step = \"shengji\"", "step = \"shenji\""}}, {at("3:8 unknown-reference")}},
      {{{kSampleCampaign, "working_days = 5", "working_days = 0"}},
       {std::string(kSampleCampaign) + ":24:16 out-of-range"}},
      {{{kSampleCalendar, "title", "titel"}},
       {"calendars/cn.toml:1:1 missing-key", "calendars/cn.toml:1:1 unknown-key"}},
  };
  expect_problems(sample_content(), cases);
}

}  // namespace
}  // namespace gongshi
