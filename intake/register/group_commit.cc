#include "intake/register/group_commit.h"

#include <sched.h>

#include <algorithm>
#include <cassert>
#include <utility>

namespace gongshi {

GroupCommit::GroupCommit(StoreAll store_all, Confirm confirm)
    : store_all_(std::move(store_all)), confirm_(std::move(confirm)) {}

GroupCommit::Waiter::Waiter(NewObjection offered) : objection(std::move(offered)) {
  ::sem_init(&woken_, 0, 0);
}

GroupCommit::Waiter::~Waiter() { ::sem_destroy(&woken_); }

void GroupCommit::Waiter::sleep() {
  while (::sem_wait(&woken_) != 0) {  // a signal
  }
}

void GroupCommit::Waiter::wake() { ::sem_post(&woken_); }

Result<RegisteredObjection> GroupCommit::append(NewObjection objection) {
  Waiter self(std::move(objection));
  std::unique_lock lock(mutex_);
  queue_.push_back(&self);
  const bool leads = !std::exchange(writing_, true);
  lock.unlock();
  if (!leads) self.sleep();
  if (!self.outcome) lead(self);
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

// Writes the front of the queue, its own objection among it.
void GroupCommit::lead(const Waiter& self) {
  gather();
  const std::vector<Waiter*> waiters = take_front();
  std::vector<NewObjection> batch;
  batch.reserve(waiters.size());
  for (Waiter* waiter : waiters) batch.push_back(std::move(waiter->objection));
  std::vector<Outcome> outcomes = store_and_confirm(batch);
  assert(outcomes.size() == waiters.size());
  for (std::size_t i = 0; i < waiters.size(); ++i) {
    waiters[i]->outcome = std::move(outcomes[i]);
    if (waiters[i] != &self) waiters[i]->wake();
  }
}

// Lets those run who are about to come, as long as somebody does: on a busy machine a commit is
// shared by more of them, on an idle one nobody is waited for.
void GroupCommit::gather() const {
  std::size_t before = 0;
  for (std::size_t now = waiting(); before < now && now < kCommitBatchMax; now = waiting()) {
    before = now;
    ::sched_yield();
  }
}

std::vector<GroupCommit::Waiter*> GroupCommit::take_front() {
  const std::scoped_lock lock(mutex_);
  const auto count = static_cast<std::ptrdiff_t>(std::min(queue_.size(), kCommitBatchMax));
  std::vector<Waiter*> waiters(queue_.begin(), queue_.begin() + count);
  queue_.erase(queue_.begin(), queue_.begin() + count);
  return waiters;
}

// To whoever has waited longest since.
void GroupCommit::hand_on() {
  const std::scoped_lock lock(mutex_);
  writing_ = !queue_.empty();
  if (writing_) queue_.front()->wake();
}

std::vector<GroupCommit::Outcome> GroupCommit::store_and_confirm(
    std::span<const NewObjection> batch) {
  std::vector<Outcome> outcomes = store(batch);
  hand_on();
  std::uint64_t leaves = 0;
  for (const Outcome& outcome : outcomes) {
    if (outcome) leaves = std::max(leaves, outcome->tree_size);
  }
  if (leaves == 0) return outcomes;
  const Result<void> confirmed = confirm_(leaves);
  if (!confirmed) outcomes.assign(batch.size(), tl::unexpected(confirmed.error()));
  return outcomes;
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
