// The item of a short list that has an id.
#ifndef GENERATOR_LOAD_FIND_BY_ID_H_
#define GENERATOR_LOAD_FIND_BY_ID_H_

#include <algorithm>
#include <vector>

namespace gongshi {

// Null when there is none. Valid as long as the list is.
template <class Item, class Id>
const Item* find_by_id(const std::vector<Item>& items, const Id& id) {
  const auto found = std::ranges::find(items, id, &Item::id);
  return found == items.end() ? nullptr : &*found;
}

}  // namespace gongshi

#endif  // GENERATOR_LOAD_FIND_BY_ID_H_
