// Requests in flight share a transaction and its sync of the disk: the first that comes writes, and
// those that come while it does are written together by the next.
#ifndef INTAKE_REGISTER_GROUP_COMMIT_H_
#define INTAKE_REGISTER_GROUP_COMMIT_H_

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "generator/notice/error.h"
#include "intake/register/register.h"

namespace gongshi {

// Objections in one transaction. A batch of this size takes a few milliseconds besides its sync;
// without a bound, who came first would wait for who came last.
inline constexpr std::size_t kCommitBatchMax = 256;

// No thread of its own: the callers' threads take turns, so nothing has to be started or stopped.
// Threads: any may call, at the same time.
class GroupCommit {
 public:
  // Stores all, durably, and returns the rows in the order given; or stores none. Called by one
  // thread at a time.
  using StoreAll =
      std::function<Result<std::vector<RegisteredObjection>>(std::span<const NewObjection>)>;

  explicit GroupCommit(StoreAll store_all);

  // Returns when the objection is stored or cannot be. A batch that fails as Corrupt is tried again
  // one by one, so that a damaged row stops only the objection that met it.
  Result<RegisteredObjection> append(NewObjection objection);

  // How many wait for their turn now, and whether somebody has theirs.
  std::size_t waiting() const;
  bool is_writing() const;

 private:
  using Outcome = Result<RegisteredObjection>;

  // One caller, on its own stack.
  struct Waiter {
    NewObjection objection;
    std::optional<Outcome> outcome = {};
    bool leads = false;  // its turn to write
    std::condition_variable woken = {};
  };

  std::vector<Outcome> store(std::span<const NewObjection> batch) const;
  void lead(std::unique_lock<std::mutex>& lock);

  const StoreAll store_all_;
  mutable std::mutex mutex_;  // guards all below, and every Waiter in the queue
  std::deque<Waiter*> queue_;
  bool writing_ = false;
};

}  // namespace gongshi

#endif  // INTAKE_REGISTER_GROUP_COMMIT_H_
