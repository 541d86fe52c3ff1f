#include "generator/render/next_change.h"

#include <chrono>
#include <vector>

namespace gongshi {
namespace {

// Every moment at which a listing may show the notice otherwise than before.
std::vector<Instant> moments(const Notice& notice, const CountedWindow& window) {
  std::vector<Instant> found = {notice.published_at, start_of_day(window.closes), window.closes_at};
  for (const ExplainedDay& day : window.counted) {
    found.push_back(start_of_day(day.date + std::chrono::days{1}));
  }
  return found;
}

NextChange look_at(const Notice& notice, const CountedWindow& window, Instant at) {
  return {.at = at,
          .notice = &notice,
          .standing = standing_at(notice, window, at),
          .days_left = days_left(notice, window, at)};
}

}  // namespace

std::optional<NextChange> next_change(const Content& content, const Windows& windows,
                                      Instant as_of) {
  std::optional<NextChange> next;
  for (const Notice& notice : content.notices) {
    const CountedWindow& window = windows.find(notice.id)->second;
    const NextChange now = look_at(notice, window, as_of);
    for (const Instant at : moments(notice, window)) {
      if (at <= as_of || (next && next->at <= at)) continue;
      const NextChange then = look_at(notice, window, at);
      // A notice published on its last day is never open; then some moments change nothing.
      const bool same = then.standing == now.standing && then.days_left == now.days_left;
      if (!same) next = then;
    }
  }
  return next;
}

}  // namespace gongshi
