#include "intake/desk/own_terms.h"

namespace gongshi {

OwnTermsOfNotices::OwnTermsOfNotices(const Manifest& site) : site_(site) {
  for (const CalendarDays& calendar : site.calendars) calendars_.emplace(calendar.id, calendar);
}

std::optional<OwnTerms> OwnTermsOfNotices::of(const NoticeId& notice) const {
  const ManifestNotice* const found = site_.find(notice);
  if (!site_.site.handling || found == nullptr) return std::nullopt;
  const auto calendar = calendars_.find(found->calendar);
  return OwnTerms{.periods = *site_.site.handling,
                  .days = calendar == calendars_.end() ? nullptr : &calendar->second};
}

}  // namespace gongshi
