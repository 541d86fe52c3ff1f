#include "generator/render/standing.h"

#include <algorithm>
#include <chrono>
#include <string>

namespace gongshi {
namespace {

constexpr Standing kByTheClock[] = {Standing::Coming, Standing::Open, Standing::LastDay,
                                    Standing::Over};

PageData describe(const SiteModel& site, Standing standing, bool hidden) {
  const std::string key(key_of(standing));
  return {{"key", key}, {"word", site.templates.message("standing." + key)}, {"hidden", hidden}};
}

template <class Change>
void describe_last(const SiteModel& site, const char* key, const std::vector<Change>& all,
                   PageData& changes) {
  if (all.empty()) return;
  const Instant last = std::ranges::max_element(all, {}, &Change::at)->at;
  changes.push_back({{"word", site.templates.message(key)}, {"at", chinese_instant(last)}});
}

std::string counted_days(const CountedWindow& window) {
  std::string days;
  for (const ExplainedDay& day : window.counted) {
    if (!days.empty()) days += ' ';
    days += to_text(day.date);
  }
  return days;
}

// Of an open notice, how many counted days are left with today; hidden while nothing is known of
// the clock, and for any other standing.
PageData describe_left(const SiteModel& site, const Notice& notice, std::optional<Instant> when) {
  const CountedWindow& window = site.window_of(notice);
  const bool workdays = site.campaign_of(notice).find(notice.step)->unit == DayUnit::Workday;
  const std::size_t left = when ? days_left(notice, window, *when) : 0;
  const std::string number = left == 0 ? "" : std::to_string(left);
  return {{"hidden", number.empty()},
          {"number", number},
          {"unit", site.templates.message(workdays ? "left.workdays" : "left.days")}};
}

}  // namespace

std::optional<Standing> decided_standing(const Notice& notice) {
  switch (notice.state()) {
    case NoticeState::Published:
      return std::nullopt;
    case NoticeState::Suspended:
      return Standing::Suspended;
    case NoticeState::Withdrawn:
      return Standing::Withdrawn;
    case NoticeState::Closed:
      return Standing::Closed;
  }
  return std::nullopt;
}

Standing standing_at(const Notice& notice, const CountedWindow& window, Instant when) {
  if (const auto decided = decided_standing(notice)) return *decided;
  if (when < notice.published_at) return Standing::Coming;
  if (when >= window.closes_at) return Standing::Over;
  return date_of(when) == window.closes ? Standing::LastDay : Standing::Open;
}

std::size_t days_left(const Notice& notice, const CountedWindow& window, Instant when) {
  if (standing_at(notice, window, when) != Standing::Open) return 0;
  const Date today = date_of(when);
  return static_cast<std::size_t>(std::ranges::count_if(
      window.counted, [&](const ExplainedDay& day) { return day.date >= today; }));
}

std::string_view key_of(Standing standing) {
  switch (standing) {
    case Standing::Coming:
      return "coming";
    case Standing::Open:
      return "open";
    case Standing::LastDay:
      return "last-day";
    case Standing::Over:
      return "over";
    case Standing::Suspended:
      return "suspended";
    case Standing::Closed:
      return "closed";
    case Standing::Withdrawn:
      return "withdrawn";
  }
  return "";
}

PageData describe_changes(const SiteModel& site, const Notice& notice) {
  PageData changes = PageData::array();
  if (notice.withdrawal) return changes;
  describe_last(site, "standing.corrected", notice.corrections, changes);
  describe_last(site, "standing.extended", notice.extensions, changes);
  return changes;
}

PageData describe_badge(const SiteModel& site, const Notice& notice, std::optional<Instant> when) {
  const CountedWindow& window = site.window_of(notice);
  const auto decided = decided_standing(notice);
  PageData states = PageData::array();
  if (decided) {
    states.push_back(describe(site, *decided, /*hidden=*/false));
  } else {
    for (const Standing standing : kByTheClock) {
      const bool hidden = !when || standing_at(notice, window, *when) != standing;
      states.push_back(describe(site, standing, hidden));
    }
  }
  return {{"live", !decided},
          {"opens", to_text(notice.published_at)},
          {"closes", to_text(window.closes_at)},
          {"counted_days", counted_days(window)},
          {"states", std::move(states)},
          {"changes", describe_changes(site, notice)},
          {"left", describe_left(site, notice, when)}};
}

}  // namespace gongshi
