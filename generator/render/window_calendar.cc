#include "generator/render/window_calendar.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "generator/render/month_grid.h"

namespace gongshi {
namespace {

// What there is to say of a day, before it has its place.
struct Told {
  std::string state;
  std::string reason;
  std::size_t number = 0;  // from 1 when counted
};

using ByDate = std::map<Date, Told>;

// The column tells the weekday; only what differs from it needs a word.
std::string word_for(const SiteModel& site, const ExplainedDay& day, bool counted) {
  if (day.reason != chinese_weekday(day.date)) return day.reason;
  return counted ? "" : site.templates.message("calendar.weekend");
}

ByDate days_of(const SiteModel& site, const CountedWindow& window) {
  ByDate days;
  for (const ExplainedDay& day : window.counted) {
    days[day.date] = {.state = "counted",
                      .reason = word_for(site, day, /*counted=*/true),
                      .number = days.size() + 1};
  }
  for (const ExplainedDay& day : window.skipped) {
    days[day.date] = {.state = "skipped", .reason = word_for(site, day, /*counted=*/false)};
  }
  return days;
}

std::string day_of_month(Date date) {
  return std::to_string(static_cast<unsigned>(std::chrono::year_month_day(date).day()));
}

class Drawing {
 public:
  Drawing(const SiteModel& site, const Notice& notice)
      : window_(site.window_of(notice)),
        published_(date_of(notice.published_at)),
        days_(days_of(site, window_)) {}

  PageData months() const {
    PageData list = PageData::array();
    for (const MonthGrid& grid : month_grids(std::min(published_, window_.opens), window_.closes)) {
      const std::string first = chinese_date(Date(grid.month / 1));
      PageData weeks = PageData::array();
      for (const Week& week : grid.weeks) weeks.push_back({{"days", squares(week)}});
      const std::string title = first.substr(0, first.size() - std::string_view("1日").size());
      list.push_back({{"title", title}, {"weeks", std::move(weeks)}});
    }
    return list;
  }

 private:
  PageData squares(const Week& week) const {
    PageData list = PageData::array();
    for (const std::optional<Date>& day : week) list.push_back(square(day));
    return list;
  }

  PageData square(const std::optional<Date>& day) const {
    const auto found = day ? days_.find(*day) : days_.end();
    const Told told = found == days_.end() ? Told{.state = day ? "outside" : "blank", .reason = ""}
                                           : found->second;
    return {{"date", day ? to_text(*day) : ""},
            {"day", day ? day_of_month(*day) : ""},
            {"state", told.state},
            {"number", told.number == 0 ? "" : std::to_string(told.number)},
            {"reason", told.reason},
            {"published", day == published_},
            {"last", day == window_.closes}};
  }

  const CountedWindow& window_;
  Date published_;
  ByDate days_;
};

}  // namespace

PageData describe_calendar(const SiteModel& site, const Notice& notice) {
  return Drawing(site, notice).months();
}

}  // namespace gongshi
