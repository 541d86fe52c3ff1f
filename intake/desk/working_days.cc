#include "intake/desk/working_days.h"

#include <chrono>

namespace gongshi {

WorkingDays::WorkingDays(const CalendarDays& calendar)
    : from_(calendar.from), through_(calendar.through), days_(calendar.working_days) {
  worked_.reserve(static_cast<std::size_t>((through_ - from_).count()) + 1);
  std::size_t worked = 0;
  for (Date day = from_; day <= through_; day += std::chrono::days(1)) {
    if (worked < days_.size() && days_[worked] == day) ++worked;
    worked_.push_back(worked);
  }
}

std::optional<Date> WorkingDays::after(Date day, int count) const {
  if (day < from_ || through_ < day) return std::nullopt;
  const std::size_t worked = worked_[static_cast<std::size_t>((day - from_).count())];
  const std::size_t wanted = worked + static_cast<std::size_t>(count) - 1;
  return wanted < days_.size() ? std::optional(days_[wanted]) : std::nullopt;
}

std::optional<Date> WorkingDays::before(Date day, int count) const {
  if (day < from_ || through_ < day) return std::nullopt;
  const std::size_t worked = worked_[static_cast<std::size_t>((day - from_).count())];
  const bool is_one = worked > 0 && days_[worked - 1] == day;
  const std::size_t earlier = worked - (is_one ? 1 : 0);
  const auto wanted = static_cast<std::size_t>(count);
  return wanted <= earlier ? std::optional(days_[earlier - wanted]) : std::nullopt;
}

}  // namespace gongshi
