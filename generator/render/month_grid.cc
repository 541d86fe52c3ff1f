#include "generator/render/month_grid.h"

#include <algorithm>
#include <cstddef>

namespace gongshi {
namespace {

using std::chrono::days;
using std::chrono::year_month;
using std::chrono::year_month_day;

year_month month_of(Date date) {
  const year_month_day day(date);
  return day.year() / day.month();
}

Date monday_of(Date date) { return date - (std::chrono::weekday(date) - std::chrono::Monday); }

Week week_of(Date monday, year_month month) {
  Week week;
  for (std::size_t i = 0; i < week.size(); ++i) {
    const Date day = monday + days(i);
    if (month_of(day) == month) week.at(i) = day;
  }
  return week;
}

}  // namespace

std::vector<MonthGrid> month_grids(Date first, Date last) {
  std::vector<MonthGrid> grids;
  for (Date day = first; day <= last;) {
    const year_month month = month_of(day);
    if (grids.empty() || grids.back().month != month)
      grids.push_back({.month = month, .weeks = {}});
    grids.back().weeks.push_back(week_of(monday_of(day), month));
    // On to the next Monday, or to the first of the month when that comes sooner.
    const Date next_month = Date(((month + std::chrono::months(1)) / 1));
    day = std::min(monday_of(day) + days(7), next_month);
  }
  return grids;
}

}  // namespace gongshi
