#include "generator/check/check.h"

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

namespace gongshi {

Checked check_content(const SourceTree& sources, const Content& content,
                      const CalendarSet& calendars) {
  Checked checked;
  checked.windows = check_windows(content, calendars, checked.problems);
  const std::vector<Course> courses = courses_of(content);
  check_steps(content, courses, checked.windows, checked.problems);
  check_trail(courses, checked.problems);
  check_wording(content, checked.windows, checked.problems);
  check_blanks(sources, checked.problems);
  check_page_content(content, checked.problems);
  check_quotas(content, checked.problems);
  check_quota_entries(courses, checked.problems);
  check_joint_limits(content, checked.problems);
  check_caps(content, checked.problems);
  check_exclusions(content, checked.problems);
  check_tenures(content, checked.problems);
  check_consultations(courses, checked.problems);
  check_schedule(content, calendars, checked.problems);
  check_lengths(content, checked.problems);
  check_reviews(content, checked.problems);
  check_personal_data(sources, content, checked.problems);
  check_channels(content, checked.problems);
  check_media(content, checked.problems);
  check_fees(content, checked.problems);
  check_site_metadata(content.site, checked.problems);
  check_closings(content, checked.windows, checked.problems);
  check_corrections(courses, calendars, checked.windows, checked.problems);
  return checked;
}

}  // namespace gongshi
