// What the office's own deadlines are counted with, notice by notice, out of the manifest: its
// periods, and the working days of the notice's calendar.
#ifndef INTAKE_DESK_OWN_TERMS_H_
#define INTAKE_DESK_OWN_TERMS_H_

#include <map>
#include <optional>

#include "generator/notice/handling_periods.h"
#include "generator/notice/identifier.h"
#include "generator/notice/manifest.h"
#include "intake/desk/working_days.h"

namespace gongshi {

// Of the objections to one notice.
struct OwnTerms {
  HandlingPeriods periods;
  const WorkingDays* days = nullptr;  // null when the manifest lacks the calendar
};

// Refers to the manifest, which must outlive it. Any thread may ask.
class OwnTermsOfNotices {
 public:
  // Indexes each calendar once.
  explicit OwnTermsOfNotices(const Manifest& site);

  // Nothing when the manifest says no periods, because an older generator wrote it, or does not
  // have the notice: then the law's times are all that is known. Valid as long as this is.
  std::optional<OwnTerms> of(const NoticeId& notice) const;

 private:
  const Manifest& site_;
  std::map<CalendarId, WorkingDays> calendars_;
};

}  // namespace gongshi

#endif  // INTAKE_DESK_OWN_TERMS_H_
