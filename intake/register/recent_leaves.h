// The leaves of the newest commits of this process, in memory: what marks them and what proves them
// is at hand when the receipts are made, without another look into the database. Inside register/
// only.
#ifndef INTAKE_REGISTER_RECENT_LEAVES_H_
#define INTAKE_REGISTER_RECENT_LEAVES_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>

#include "intake/register/log_store.h"

namespace gongshi {

// Threads: any may call, at the same time.
class RecentLeaves {
 public:
  // Commits that are remembered. A receipt is made within one or two of its own; a full one of
  // kCommitBatchMax leaves holds some 100 KB.
  static constexpr std::size_t kCommitsMax = 8;

  // To be called after the commit.
  void add(AppendedLeaves appended);

  // The newest, if it is known; null before the first.
  std::shared_ptr<const AppendedLeaves> newest() const;

  // The commit that brought this leaf under a head of so many leaves; null when it is not known.
  std::shared_ptr<const AppendedLeaves> find(std::uint64_t index, std::uint64_t leaves) const;

 private:
  mutable std::mutex mutex_;
  std::deque<std::shared_ptr<const AppendedLeaves>> commits_;  // oldest first
};

}  // namespace gongshi

#endif  // INTAKE_REGISTER_RECENT_LEAVES_H_
