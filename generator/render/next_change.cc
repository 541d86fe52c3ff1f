#include "generator/render/next_change.h"

#include <chrono>

namespace gongshi {

std::optional<NextChange> next_change(const Content& content, const Windows& windows,
                                      Instant as_of) {
  std::optional<NextChange> next;
  for (const Notice& notice : content.notices) {
    const CountedWindow& window = windows.find(notice.id)->second;
    const Standing now = standing_at(notice, window, as_of);
    // A notice published on its last day is never "open"; then one of the moments changes nothing.
    for (const Instant at : {notice.published_at, start_of_day(window.closes), window.closes_at}) {
      const Standing then = standing_at(notice, window, at);
      if (at <= as_of || then == now || (next && next->at <= at)) continue;
      next = NextChange{.at = at, .notice = &notice, .standing = then};
    }
  }
  return next;
}

}  // namespace gongshi
