// Counting in the working days that the manifest carries. Each day's place among them is looked up
// and not searched for, so that a hundred thousand objections may ask.
#ifndef INTAKE_DESK_WORKING_DAYS_H_
#define INTAKE_DESK_WORKING_DAYS_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "generator/notice/calendar_days.h"
#include "generator/notice/civil_time.h"

namespace gongshi {

// Immutable, so any thread may ask.
class WorkingDays {
 public:
  explicit WorkingDays(const CalendarDays& calendar);

  // The `count`-th working day after `day`, which itself does not count, whatever it is. Nothing
  // when `day` is not of the calendar, or the calendar ends before it has counted that far.
  // Requires that count is 1 or more.
  std::optional<Date> after(Date day, int count) const;

  // The `count`-th working day before `day`, which itself does not count. Nothing when `day` is not
  // of the calendar, or the calendar begins after it. Requires that count is 1 or more.
  std::optional<Date> before(Date day, int count) const;

  // The last day that is known.
  Date through() const { return through_; }

 private:
  Date from_;
  Date through_;
  std::vector<Date> days_;
  std::vector<std::size_t> worked_;  // by the day from from_: so many up to its end
};

}  // namespace gongshi

#endif  // INTAKE_DESK_WORKING_DAYS_H_
