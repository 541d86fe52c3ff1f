// The layout of a wall calendar, and nothing else: which day stands in which square.
#ifndef GENERATOR_RENDER_MONTH_GRID_H_
#define GENERATOR_RENDER_MONTH_GRID_H_

#include <array>
#include <chrono>
#include <optional>
#include <vector>

#include "generator/notice/civil_time.h"

namespace gongshi {

// Monday first. Empty where the square belongs to another month.
using Week = std::array<std::optional<Date>, 7>;

struct MonthGrid {
  std::chrono::year_month month;
  std::vector<Week> weeks;
};

// The months that have a day from `first` to `last`, both included, in order; of each the weeks
// that have such a day, whole as far as the month reaches. Requires first <= last.
std::vector<MonthGrid> month_grids(Date first, Date last);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_MONTH_GRID_H_
