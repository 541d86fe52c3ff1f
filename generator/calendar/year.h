// Years of the civil calendar as numbers, and their first and last days.
#ifndef GENERATOR_CALENDAR_YEAR_H_
#define GENERATOR_CALENDAR_YEAR_H_

#include <chrono>

#include "generator/notice/civil_time.h"

namespace gongshi {

inline int year_of(Date date) { return int{std::chrono::year_month_day{date}.year()}; }

inline Date first_day_of(int year) {
  return Date{std::chrono::year{year} / std::chrono::January / 1};
}

inline Date last_day_of(int year) {
  return Date{std::chrono::year{year} / std::chrono::December / 31};
}

}  // namespace gongshi

#endif  // GENERATOR_CALENDAR_YEAR_H_
