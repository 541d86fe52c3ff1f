// What makes a day a working day or not.
#ifndef GENERATOR_CALENDAR_DAY_KIND_H_
#define GENERATOR_CALENDAR_DAY_KIND_H_

#include "generator/calendar/calendar_file.h"
#include "generator/notice/civil_time.h"

namespace gongshi {

// Weekday and MakeUp are worked.
enum class DayKind { Weekday, Weekend, Holiday, MakeUp };

inline bool is_workday(DayKind kind) { return kind == DayKind::Weekday || kind == DayKind::MakeUp; }

// Monday to Friday is a Weekday, the rest Weekend: what holds where nobody ordered anything.
DayKind kind_by_week(Date date);

// What the ruling makes of its day. A day that is Unknown has the kind of the week.
DayKind kind_by_ruling(const Ruling& ruling);

}  // namespace gongshi

#endif  // GENERATOR_CALENDAR_DAY_KIND_H_
