#include "generator/render/window_calendar.h"

#include <gmock/gmock.h>

#include <string>

#include "tests/render/page_json.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

Date date(std::string_view text) { return parse_date(text).value(); }

// "21 counted 1 发布", for the square of that day.
std::string square(const Json& months, const std::string& day) {
  for (const Json& month : months) {
    for (const Json& week : month["weeks"]) {
      for (const Json& found : week["days"]) {
        if (found["date"] != day) continue;
        std::string text = found["state"].get<std::string>();
        if (found["number"] != "") text += " " + found["number"].get<std::string>();
        if (found["reason"] != "") text += " " + found["reason"].get<std::string>();
        if (found["published"] == true) text += " published";
        if (found["last"] == true) text += " last";
        return text;
      }
    }
  }
  return "none";
}

TEST(WindowCalendarTest, TellsOfEachDayInWords) {
  const SampleSite site;
  const Json months = as_json(describe_calendar(site.model(), site.content.notices.front()));
  ASSERT_EQ(months.size(), 1U);
  EXPECT_EQ(months[0]["title"], "2017年6月");
  for (const auto& [day, told] :
       std::vector<std::pair<const char*, const char*>>{{"2017-06-20", "outside"},
                                                        {"2017-06-21", "counted 1 published"},
                                                        {"2017-06-23", "counted 3"},
                                                        {"2017-06-24", "skipped 周末"},
                                                        {"2017-06-26", "counted 4"},
                                                        {"2017-06-27", "counted 5 last"},
                                                        {"2017-06-28", "outside"},
                                                        {"2017-06-18", "none"},
                                                        {"2017-07-01", "none"}}) {
    EXPECT_EQ(square(months, day), told) << day;
  }
  EXPECT_EQ(months[0]["weeks"][1]["days"][6]["state"], "blank");
}

TEST(WindowCalendarTest, NamesTheFeastAndTheWorkingWeekend) {
  SampleSite site;
  CountedWindow& window = site.windows.begin()->second;
  window.opens = date("2017-05-27");
  window.closes = date("2017-05-31");
  window.counted = {{.date = date("2017-05-27"), .reason = "调休上班"},
                    {.date = date("2017-05-31"), .reason = "星期三"}};
  window.skipped = {{.date = date("2017-05-28"), .reason = "端午节"},
                    {.date = date("2017-05-29"), .reason = "端午节"},
                    {.date = date("2017-05-30"), .reason = "端午节"}};
  site.notice().published_at = parse_instant("2017-05-26T17:00:00+08:00").value();
  const Json months = as_json(describe_calendar(site.model(), site.notice()));
  EXPECT_EQ(square(months, "2017-05-26"), "outside published");
  EXPECT_EQ(square(months, "2017-05-27"), "counted 1 调休上班");
  EXPECT_EQ(square(months, "2017-05-30"), "skipped 端午节");
  EXPECT_EQ(square(months, "2017-05-31"), "counted 2 last");
}

// A window of calendar days counts its Sundays: the column says so, and no word is needed.
TEST(WindowCalendarTest, AWeekendThatCountsIsNotExplained) {
  SampleSite site;
  CountedWindow& window = site.windows.begin()->second;
  window.skipped.clear();
  window.counted.push_back({.date = date("2017-06-25"), .reason = "星期日"});
  EXPECT_EQ(square(as_json(describe_calendar(site.model(), site.notice())), "2017-06-25"),
            "counted 6");
}

}  // namespace
}  // namespace gongshi
