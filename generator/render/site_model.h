// What the pages are made from. There is no present in it: a page that is not a listing is true at
// any later time, so that the same content gives the same bytes.
#ifndef GENERATOR_RENDER_SITE_MODEL_H_
#define GENERATOR_RENDER_SITE_MODEL_H_

#include <vector>

#include "generator/load/content.h"
#include "generator/notice/calendar_days.h"
#include "generator/notice/window.h"
#include "site-templates/template_set.h"

namespace gongshi {

// Refers to what the caller keeps alive. Only content without errors comes here: every id that
// something names exists, and every notice has a window. Any thread may read it.
struct SiteModel {
  const Content& content;
  const Windows& windows;
  const std::vector<CalendarDays>& calendars;  // for the manifest; sorted by id
  const TemplateSet& templates;

  const Campaign& campaign_of(const Notice& notice) const { return *content.find(notice.campaign); }
  const CountedWindow& window_of(const Notice& notice) const {
    return windows.find(notice.id)->second;
  }
};

}  // namespace gongshi

#endif  // GENERATOR_RENDER_SITE_MODEL_H_
