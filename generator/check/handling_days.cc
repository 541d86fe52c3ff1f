#include "generator/check/handling_days.h"

#include <algorithm>
#include <chrono>
#include <map>

namespace gongshi {
namespace {

// Of the notices of one calendar.
struct NoticeSpan {
  Date first;   // on which an objection can be received
  Date newest;  // opening; a window was counted from it, so it is known
};

CalendarDays days_of(const Calendar& calendar, const NoticeSpan& span) {
  constexpr std::chrono::days kOne{1};
  CalendarDays days{
      .id = calendar.id(), .from = span.newest, .through = span.newest, .working_days = {}};
  while (span.first < days.from && calendar.kind(days.from - kOne)) days.from -= kOne;
  while (calendar.kind(days.through + kOne)) days.through += kOne;
  for (Date day = days.from; day <= days.through; day += kOne) {
    if (is_workday(*calendar.kind(day))) days.working_days.push_back(day);
  }
  return days;
}

}  // namespace

std::vector<CalendarDays> handling_days(const Content& content, const Windows& windows,
                                        const CalendarSet& calendars) {
  std::map<CalendarId, NoticeSpan> spans;
  for (const Notice& notice : content.notices) {
    const auto window = windows.find(notice.id);
    if (window == windows.end() || notice.state() == NoticeState::Closed) continue;
    const Date opens = window->second.opens;
    const Date first = std::min(date_of(notice.published_at), opens);
    const auto place = spans.emplace(window->second.calendar, NoticeSpan{first, opens}).first;
    place->second.first = std::min(place->second.first, first);
    place->second.newest = std::max(place->second.newest, opens);
  }
  std::vector<CalendarDays> days;
  for (const auto& [id, span] : spans) {
    if (const Calendar* calendar = calendars.find(id)) days.push_back(days_of(*calendar, span));
  }
  return days;
}

}  // namespace gongshi
