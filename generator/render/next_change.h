// When the site has to be built again though nobody changes the content: listings show how notices
// stand, and that is the clock's to decide.
#ifndef GENERATOR_RENDER_NEXT_CHANGE_H_
#define GENERATOR_RENDER_NEXT_CHANGE_H_

#include <cstddef>
#include <optional>

#include "generator/render/standing.h"

namespace gongshi {

// From `at` on, `notice` stands as `standing` says; of an open one, with so many days left.
struct NextChange {
  Instant at;
  const Notice* notice = nullptr;
  Standing standing = Standing::Open;
  std::size_t days_left = 0;
};

// The first change after `as_of`, of the notices that the clock still decides: a notice opens, has
// a day less, comes to its last day, or is over. A site built at any moment from `as_of` until just
// before it has the same listings. Of several at the same moment the first notice in the content's
// order; nothing when no clock will change anything any more. Requires a window of every notice.
std::optional<NextChange> next_change(const Content& content, const Windows& windows,
                                      Instant as_of);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_NEXT_CHANGE_H_
