#include "intake/register/group_commit.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace gongshi {

GroupCommit::GroupCommit(StoreAll store_all) : store_all_(std::move(store_all)) {}

Result<RegisteredObjection> GroupCommit::append(NewObjection objection) {
  Waiter self{.objection = std::move(objection)};
  std::unique_lock lock(mutex_);
  queue_.push_back(&self);
  if (writing_) {
    self.woken.wait(lock, [&] { return self.leads || self.outcome; });
  }
  if (!self.outcome) {
    writing_ = true;
    lead(lock);
  }
  return *std::move(self.outcome);
}

std::size_t GroupCommit::waiting() const {
  const std::scoped_lock lock(mutex_);
  return queue_.size();
}

bool GroupCommit::is_writing() const {
  const std::scoped_lock lock(mutex_);
  return writing_;
}

// Writes the front of the queue, its own objection among it, then hands on.
void GroupCommit::lead(std::unique_lock<std::mutex>& lock) {
  const auto count = static_cast<std::ptrdiff_t>(std::min(queue_.size(), kCommitBatchMax));
  const std::vector<Waiter*> waiters(queue_.begin(), queue_.begin() + count);
  queue_.erase(queue_.begin(), queue_.begin() + count);
  std::vector<NewObjection> batch;
  batch.reserve(waiters.size());
  for (Waiter* waiter : waiters) batch.push_back(std::move(waiter->objection));

  lock.unlock();
  std::vector<Outcome> outcomes = store(batch);
  lock.lock();

  assert(outcomes.size() == waiters.size());
  for (std::size_t i = 0; i < waiters.size(); ++i) {
    waiters[i]->outcome = std::move(outcomes[i]);
    waiters[i]->woken.notify_one();
  }
  writing_ = !queue_.empty();
  if (!writing_) return;
  queue_.front()->leads = true;
  queue_.front()->woken.notify_one();
}

std::vector<GroupCommit::Outcome> GroupCommit::store(std::span<const NewObjection> batch) const {
  Result<std::vector<RegisteredObjection>> rows = store_all_(batch);
  if (rows) return {std::move_iterator(rows->begin()), std::move_iterator(rows->end())};
  std::vector<Outcome> outcomes;
  if (rows.error().kind == ErrorKind::Corrupt && batch.size() > 1) {
    for (const NewObjection& objection : batch) {
      outcomes.push_back(store(std::span(&objection, 1)).front());
    }
    return outcomes;
  }
  outcomes.assign(batch.size(), tl::unexpected(rows.error()));
  return outcomes;
}

}  // namespace gongshi
