#include "generator/check/check.h"

#include <cstddef>
#include <functional>
#include <vector>

#include "generator/check/blanks.h"
#include "generator/check/caps.h"
#include "generator/check/channels.h"
#include "generator/check/closings.h"
#include "generator/check/consultations.h"
#include "generator/check/corrections.h"
#include "generator/check/course.h"
#include "generator/check/exclusions.h"
#include "generator/check/fees.h"
#include "generator/check/handling_days.h"
#include "generator/check/joint_limits.h"
#include "generator/check/lengths.h"
#include "generator/check/media.h"
#include "generator/check/page_content.h"
#include "generator/check/personal_data.h"
#include "generator/check/quota_entries.h"
#include "generator/check/quotas.h"
#include "generator/check/reviews.h"
#include "generator/check/schedule.h"
#include "generator/check/site_metadata.h"
#include "generator/check/steps.h"
#include "generator/check/tenures.h"
#include "generator/check/trail.h"
#include "generator/check/windows.h"
#include "generator/check/wording.h"
#include "generator/load/parallel.h"

namespace gongshi {

namespace {

using Family = std::function<void(Diagnostics&)>;

// Every family of rules that asks for windows, not for what another family found. The longest,
// which reads all the files, comes first.
std::vector<Family> families_of(const SourceTree& sources, const Content& content,
                                const CalendarSet& calendars, const std::vector<Course>& courses,
                                const Windows& windows) {
  return {
      [&](Diagnostics& found) { check_personal_data(sources, content, found); },
      [&](Diagnostics& found) { check_steps(content, courses, windows, found); },
      [&](Diagnostics& found) { check_trail(courses, found); },
      [&](Diagnostics& found) { check_wording(content, windows, found); },
      [&](Diagnostics& found) { check_blanks(sources, found); },
      [&](Diagnostics& found) { check_page_content(content, found); },
      [&](Diagnostics& found) { check_quotas(content, found); },
      [&](Diagnostics& found) { check_quota_entries(courses, found); },
      [&](Diagnostics& found) { check_joint_limits(content, found); },
      [&](Diagnostics& found) { check_caps(content, found); },
      [&](Diagnostics& found) { check_exclusions(content, found); },
      [&](Diagnostics& found) { check_tenures(content, found); },
      [&](Diagnostics& found) { check_consultations(courses, found); },
      [&](Diagnostics& found) { check_schedule(content, calendars, found); },
      [&](Diagnostics& found) { check_lengths(content, found); },
      [&](Diagnostics& found) { check_reviews(content, found); },
      [&](Diagnostics& found) { check_channels(content, found); },
      [&](Diagnostics& found) { check_media(content, found); },
      [&](Diagnostics& found) { check_fees(content, found); },
      [&](Diagnostics& found) { check_site_metadata(content.site, found); },
      [&](Diagnostics& found) { check_closings(content, windows, found); },
      [&](Diagnostics& found) { check_corrections(courses, calendars, windows, found); },
  };
}

}  // namespace

Checked check_content(const SourceTree& sources, const Content& content,
                      const CalendarSet& calendars, int jobs) {
  Checked checked;
  checked.windows = check_windows(content, calendars, checked.problems);
  checked.calendars = handling_days(content, checked.windows, calendars);
  const std::vector<Course> courses = courses_of(content);
  const std::vector<Family> families =
      families_of(sources, content, calendars, courses, checked.windows);
  std::vector<Diagnostics> found(families.size());
  in_parallel(families.size(), jobs, [&](std::size_t i) { families[i](found[i]); });
  for (const Diagnostics& some : found) {
    checked.problems.insert(checked.problems.end(), some.begin(), some.end());
  }
  return checked;
}

}  // namespace gongshi
