// The rules of publicity (DOMAIN 2.7), applied to loaded content. `gongshi check` prints what is
// found here, `gongshi build` refuses to publish over an error.
#ifndef GENERATOR_CHECK_CHECK_H_
#define GENERATOR_CHECK_CHECK_H_

#include <vector>

#include "generator/calendar/calendar_set.h"
#include "generator/load/content.h"
#include "generator/load/source_tree.h"
#include "generator/notice/calendar_days.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/window.h"

namespace gongshi {

// `windows` has an entry for each notice whose window could be counted; without errors, for each
// notice. The order of `problems` is that of the notices, not of the places.
struct Checked {
  Windows windows;
  std::vector<CalendarDays> calendars;  // that the windows were counted with (handling_days.h)
  Diagnostics problems;
};

// Reads no clock: whether content is right does not depend on the day. What loading and reading
// the calendars have already reported is not said again.
//
// `sources` are the files that `content` was loaded from; the search for personal data reads them
// once more. Not from several threads at once: personal_data.h. On `jobs` threads itself: the
// families of rules know nothing of each other.
Checked check_content(const SourceTree& sources, const Content& content,
                      const CalendarSet& calendars, int jobs = 1);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_CHECK_H_
