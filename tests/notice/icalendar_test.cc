#include "generator/notice/icalendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;

CalendarEvent an_event() {
  return {.uid = "shanxi-2017@demo.example",
          .summary = "公示期",
          .description = "",
          .url = "",
          .stamp = *parse_instant("2017-06-21T09:00:00+08:00"),
          .starts = *parse_instant("2017-06-21T09:00:00+08:00"),
          .ends = *parse_instant("2017-06-28T00:00:00+08:00")};
}

std::string file_of(const CalendarEvent& event) { return to_icalendar(std::vector{event}); }

std::vector<std::string> lines_of(std::string_view file) {
  std::vector<std::string> lines;
  for (std::size_t end = file.find("\r\n"); end != std::string_view::npos;
       end = file.find("\r\n")) {
    lines.emplace_back(file.substr(0, end));
    file.remove_prefix(end + 2);
  }
  EXPECT_EQ(file, "") << "the last line ends, too";
  return lines;
}

// What a calendar program does first (RFC 5545, 3.1).
std::string unfolded(std::string file) {
  for (std::size_t at = file.find("\r\n "); at != std::string::npos; at = file.find("\r\n "))
    file.erase(at, 3);
  return file;
}

TEST(IcalendarTest, WholeFileIsAsTheFormatWants) {
  EXPECT_EQ(file_of(an_event()),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//gongshi//publicity windows//ZH\r\n"
            "CALSCALE:GREGORIAN\r\nBEGIN:VEVENT\r\nUID:shanxi-2017@demo.example\r\n"
            "DTSTAMP:20170621T010000Z\r\nDTSTART:20170621T010000Z\r\nDTEND:20170627T160000Z\r\n"
            "SUMMARY:公示期\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST(IcalendarTest, ACalendarHasTheNameThatProgramsShow) {
  const std::string file = to_icalendar(std::vector<CalendarEvent>{}, "公示网,甲;乙");
  EXPECT_EQ(lines_of(file),
            (std::vector<std::string>{"BEGIN:VCALENDAR", "VERSION:2.0",
                                      "PRODID:-//gongshi//publicity windows//ZH",
                                      "CALSCALE:GREGORIAN", "NAME:公示网\\,甲\\;乙",
                                      "X-WR-CALNAME:公示网\\,甲\\;乙", "END:VCALENDAR"}));
}

TEST(IcalendarTest, LongLinesFoldWithoutCuttingACharacter) {
  for (std::size_t shift = 0; shift < 8; ++shift) {
    CalendarEvent event = an_event();
    event.summary = std::string(shift, 'x');
    for (int i = 0; i < 60; ++i) event.summary += i % 2 == 0 ? "𬱖" : "公";
    const std::string file = file_of(event);
    for (const std::string& line : lines_of(file)) {
      EXPECT_LE(line.size(), 75U);
      EXPECT_FALSE(first_invalid_utf8(line)) << line;
    }
    EXPECT_THAT(unfolded(file), HasSubstr("SUMMARY:" + event.summary + "\r\n"));
  }
}

TEST(IcalendarTest, ALineOfExactly75OctetsStaysWhole) {
  CalendarEvent event = an_event();
  event.summary = std::string(75 - std::string_view("SUMMARY:").size(), 'x');
  EXPECT_THAT(file_of(event), Not(HasSubstr("\r\n ")));
  event.summary += 'x';
  EXPECT_THAT(file_of(event), HasSubstr("\r\n x\r\n"));
}

TEST(IcalendarTest, TextCannotEndItsPropertyOrStartAnother) {
  CalendarEvent event = an_event();
  event.summary = "甲,乙;丙\\丁\r\nEND:VEVENT\n尾\x01";
  event.url = "https://demo.example/a\r\nX-EVIL:1";
  const std::string file = unfolded(file_of(event));
  EXPECT_THAT(file, HasSubstr("SUMMARY:甲\\,乙\\;丙\\\\丁\\nEND:VEVENT\\n尾\r\n"));
  EXPECT_THAT(file, HasSubstr("URL:https://demo.example/aX-EVIL:1\r\n"));
}

TEST(IcalendarTest, SameEventGivesTheSameBytes) {
  EXPECT_EQ(file_of(an_event()), file_of(an_event()));
}

}  // namespace
}  // namespace gongshi
