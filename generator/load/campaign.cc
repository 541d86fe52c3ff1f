#include "generator/load/campaign.h"

#include <algorithm>

namespace gongshi {
namespace {

template <class Item, class Id>
const Item* find_by_id(const std::vector<Item>& items, const Id& id) {
  const auto found = std::ranges::find(items, id, &Item::id);
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

const Award* Campaign::find(const AwardId& award) const { return find_by_id(awards, award); }
const Step* Campaign::find(const StepId& step) const { return find_by_id(steps, step); }
const Candidate* Campaign::find(const CandidateId& candidate) const {
  return find_by_id(candidates, candidate);
}

}  // namespace gongshi
