#include "generator/calendar/day_kind.h"

#include <chrono>

namespace gongshi {

DayKind kind_by_week(Date date) {
  return std::chrono::weekday{date}.iso_encoding() <= 5 ? DayKind::Weekday : DayKind::Weekend;
}

DayKind kind_by_ruling(const Ruling& ruling) {
  switch (ruling.kind) {
    case RulingKind::Off:
    case RulingKind::MakeUpOff:
      return DayKind::Holiday;
    case RulingKind::MakeUp:
      return DayKind::MakeUp;
    case RulingKind::Withdrawn:
    case RulingKind::Unknown:
      break;
  }
  return kind_by_week(ruling.date);
}

}  // namespace gongshi
