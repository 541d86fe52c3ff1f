#include "intake/register/recent_leaves.h"

#include <algorithm>
#include <utility>

namespace gongshi {

void RecentLeaves::add(AppendedLeaves appended) {
  auto commit = std::make_shared<const AppendedLeaves>(std::move(appended));
  const std::scoped_lock lock(mutex_);
  commits_.push_back(std::move(commit));
  if (commits_.size() > kCommitsMax) commits_.pop_front();
}

std::shared_ptr<const AppendedLeaves> RecentLeaves::newest() const {
  const std::scoped_lock lock(mutex_);
  return commits_.empty() ? nullptr : commits_.back();
}

std::shared_ptr<const AppendedLeaves> RecentLeaves::find(std::uint64_t index,
                                                         std::uint64_t leaves) const {
  const std::scoped_lock lock(mutex_);
  const auto commit = std::ranges::find_if(commits_, [&](const auto& appended) {
    return appended->head.leaves == leaves && appended->first_index <= index && index < leaves;
  });
  return commit == commits_.end() ? nullptr : *commit;
}

}  // namespace gongshi
