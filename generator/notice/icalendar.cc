#include "generator/notice/icalendar.h"

#include <fmt/format.h>

#include <chrono>
#include <string_view>

namespace gongshi {
namespace {

constexpr std::size_t kLineOctetsMax = 75;  // RFC 5545, 3.1

bool is_continuation_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// The longest front of `text` that fits in `octets` and cuts no character.
std::size_t fitting(std::string_view text, std::size_t octets) {
  if (text.size() <= octets) return text.size();
  std::size_t end = octets;
  while (end > 0 && is_continuation_byte(text[end])) --end;
  return end == 0 ? octets : end;
}

void append_line(std::string& file, std::string_view line) {
  std::size_t room = kLineOctetsMax;
  while (line.size() > room) {
    const std::size_t end = fitting(line, room);
    file.append(line.substr(0, end)).append("\r\n ");
    line.remove_prefix(end);
    room = kLineOctetsMax - 1;  // the blank that marks a continued line
  }
  file.append(line).append("\r\n");
}

// TEXT of RFC 5545, 3.3.11.
std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\n') {
      escaped += "\\n";
    } else if (c == '\\' || c == ';' || c == ',') {
      escaped += {'\\', c};
    } else if (!is_control(c)) {
      escaped += c;
    }
  }
  return escaped;
}

std::string without_controls(std::string text) {
  std::erase_if(text, is_control);
  return text;
}

std::string utc(Instant instant) {
  using std::chrono::days;
  const auto day = std::chrono::floor<days>(instant.utc);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{instant.utc - day};
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", int{date.year()}, unsigned{date.month()},
                     unsigned{date.day()}, time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

void append_event(std::string& file, const CalendarEvent& event) {
  append_line(file, "BEGIN:VEVENT");
  append_line(file, "UID:" + escape(event.uid));
  append_line(file, "DTSTAMP:" + utc(event.stamp));
  append_line(file, "DTSTART:" + utc(event.starts));
  append_line(file, "DTEND:" + utc(event.ends));
  append_line(file, "SUMMARY:" + escape(event.summary));
  if (!event.description.empty()) append_line(file, "DESCRIPTION:" + escape(event.description));
  if (!event.url.empty()) append_line(file, "URL:" + without_controls(event.url));
  append_line(file, "TRANSP:TRANSPARENT");  // an open window does not make anybody busy
  append_line(file, "END:VEVENT");
}

}  // namespace

std::string to_icalendar(std::span<const CalendarEvent> events, std::string_view name) {
  std::string file;
  append_line(file, "BEGIN:VCALENDAR");
  append_line(file, "VERSION:2.0");
  append_line(file, "PRODID:-//gongshi//publicity windows//ZH");
  append_line(file, "CALSCALE:GREGORIAN");
  if (!name.empty()) {
    append_line(file, "NAME:" + escape(name));          // RFC 7986, 5.1
    append_line(file, "X-WR-CALNAME:" + escape(name));  // what programs read before it
  }
  for (const CalendarEvent& event : events) append_event(file, event);
  append_line(file, "END:VCALENDAR");
  return file;
}

}  // namespace gongshi
