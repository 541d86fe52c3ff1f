// The item of a list that has an id.
#ifndef GENERATOR_LOAD_FIND_BY_ID_H_
#define GENERATOR_LOAD_FIND_BY_ID_H_

#include <algorithm>
#include <vector>

namespace gongshi {

// Of a short list. Null when there is none. Valid as long as the list is.
template <class Item, class Id>
const Item* find_by_id(const std::vector<Item>& items, const Id& id) {
  const auto found = std::ranges::find(items, id, &Item::id);
  return found == items.end() ? nullptr : &*found;
}

// The same of a long list in the order of its ids.
template <class Item, class Id>
const Item* find_in_order(const std::vector<Item>& items, const Id& id) {
  const auto found = std::ranges::lower_bound(items, id, {}, &Item::id);
  return found == items.end() || found->id != id ? nullptr : &*found;
}

}  // namespace gongshi

#endif  // GENERATOR_LOAD_FIND_BY_ID_H_
