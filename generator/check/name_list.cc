#include "generator/check/name_list.h"

#include <algorithm>

namespace gongshi {

std::string name_list(std::span<const Candidate* const> candidates) {
  std::string names;
  for (const Candidate* candidate : candidates.first(std::min(candidates.size(), kNamesShown))) {
    if (!names.empty()) names += "、";
    names += candidate->name;
  }
  return kNamesShown < candidates.size() ? names + "等" : names;
}

}  // namespace gongshi
