#include "intake/http/connection_threads.h"

#include <utility>

namespace gongshi {

ConnectionThreads::ConnectionThreads(std::size_t threads_max) : threads_max_(threads_max) {}

void ConnectionThreads::enqueue(std::function<void()> serve) {
  const std::lock_guard lock(mutex_);
  waiting_.push(std::move(serve));
  if (waiting_.size() > idle_ && threads_.size() < threads_max_) {
    threads_.emplace_back([this] { work(); });
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
    serve();
    lock.lock();
  }
}

}  // namespace gongshi
