// Requests in flight share a transaction and its sync of the disk: the first that comes writes, and
// those that come while it does are written together by the next.
#ifndef INTAKE_REGISTER_GROUP_COMMIT_H_
#define INTAKE_REGISTER_GROUP_COMMIT_H_

#include <semaphore.h>

#include <cstddef>
#include <cstdint>
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

  // What else must be done before anybody hears of the rows: once for all of a batch, with the
  // largest of their tree sizes. The next batch is stored meanwhile. Called by several threads at
  // the same time.
  using Confirm = std::function<Result<void>(std::uint64_t leaves)>;

  GroupCommit(StoreAll store_all, Confirm confirm);

  // Returns when the objection is stored and confirmed, or cannot be. A batch that fails as Corrupt
  // is tried again one by one, so that a damaged row stops only the objection that met it.
  Result<RegisteredObjection> append(NewObjection objection);

  // How many wait for their turn now, and whether somebody has theirs.
  std::size_t waiting() const;
  bool is_writing() const;

 private:
  using Outcome = Result<RegisteredObjection>;

  // One caller, on its own stack. Woken once, to lead or with its outcome. (A semaphore of the
  // standard library yields the processor several times before it sleeps, which cost a tenth of a
  // filing; a condition variable wakes somebody who then waits for its mutex.)
  class Waiter {
   public:
    explicit Waiter(NewObjection offered);
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;
    ~Waiter();

    void sleep();
    void wake();  // the waiter may be gone when it returns

    NewObjection objection;
    std::optional<Outcome> outcome = {};

   private:
    sem_t woken_;
  };

  std::vector<Outcome> store(std::span<const NewObjection> batch) const;
  std::vector<Outcome> store_and_confirm(std::span<const NewObjection> batch);
  void lead(const Waiter& self);
  void gather() const;
  std::vector<Waiter*> take_front();
  void hand_on();

  const StoreAll store_all_;
  const Confirm confirm_;
  mutable std::mutex mutex_;  // guards all below
  std::deque<Waiter*> queue_;
  bool writing_ = false;
};

}  // namespace gongshi

#endif  // INTAKE_REGISTER_GROUP_COMMIT_H_
