#include "generator/render/window_ics.h"

#include <algorithm>
#include <array>
#include <vector>

#include "generator/notice/icalendar.h"
#include "generator/render/address.h"
#include "generator/render/frame.h"
#include "generator/render/last_change.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

CalendarEvent event_of(const SiteModel& site, const Notice& notice) {
  const Site& office = site.content.site;
  const std::string example =
      notice.example ? "\n" + site.templates.message("example.banner") + "。" : "";
  return {.uid = notice.id.text() + "@" + std::string(host_of(office.base_url)),
          .summary = site.templates.message("calendar.event", {{"title", notice.title}}),
          .description = window_in_words(site, notice) + "\n" + notice.publisher + example,
          .url = address_of(office, notice_folder(notice)),
          .stamp = last_change(notice),
          .starts = notice.published_at,
          .ends = site.window_of(notice).closes_at};
}

}  // namespace

std::string render_notice_calendar(const SiteModel& site, const Notice& notice) {
  return to_icalendar(std::array{event_of(site, notice)});
}

std::string render_open_calendar(const SiteModel& site) {
  std::vector<CalendarEvent> events;
  for (const Notice& notice : site.content.notices) {
    if (notice.state() == NoticeState::Published) events.push_back(event_of(site, notice));
  }
  std::ranges::stable_sort(events, {}, &CalendarEvent::ends);
  return to_icalendar(events, site.content.site.name);
}

}  // namespace gongshi
