#include "intake/http/connection_threads.h"

#include <utility>

namespace gongshi {

ConnectionThreads::ConnectionThreads(std::size_t threads_max, std::size_t waiting_max,
                                     std::function<void()> make_room)
    : threads_max_(threads_max), waiting_max_(waiting_max), make_room_(std::move(make_room)) {}

void ConnectionThreads::enqueue(std::function<void()> serve) {
  std::unique_lock lock(mutex_);
  taken_.wait(lock, [this] { return waiting_.size() < waiting_max_; });
  waiting_.push(std::move(serve));
  const bool all_busy = waiting_.size() > idle_;
  if (all_busy && threads_.size() < threads_max_) {
    threads_.emplace_back([this] { work(); });
  } else if (all_busy) {
    lock.unlock();
    make_room_();
  }
  wake_.notify_one();
}

void ConnectionThreads::shutdown() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  // Nobody enqueues any more, so the list of threads does not change.
  for (std::thread& thread : threads_) thread.join();
}

void ConnectionThreads::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    ++idle_;
    wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    --idle_;
    if (waiting_.empty()) return;
    const std::function<void()> serve = std::move(waiting_.front());
    waiting_.pop();
    lock.unlock();
    taken_.notify_one();
    serve();
    lock.lock();
  }
}

}  // namespace gongshi
