// The threads that serve connections, one each: as many as there are connections to serve, up to a
// bound. httplib's own pool has a fixed size, and eight slow clients would fill it.
#ifndef INTAKE_HTTP_CONNECTION_THREADS_H_
#define INTAKE_HTTP_CONNECTION_THREADS_H_

#include <httplib.h>

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

namespace gongshi {

class ConnectionThreads : public httplib::TaskQueue {
 public:
  explicit ConnectionThreads(std::size_t threads_max);

  // Runs `serve` on a thread that has nothing to do, on a new one, or, when all are busy, as soon
  // as one is free.
  void enqueue(std::function<void()> serve) override;

  // Returns when everything that was enqueued has run.
  void shutdown() override;

 private:
  void work();

  const std::size_t threads_max_;
  std::mutex mutex_;  // guards all below
  std::condition_variable wake_;
  std::queue<std::function<void()>> waiting_;
  std::vector<std::thread> threads_;
  std::size_t idle_ = 0;
  bool stopping_ = false;
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_CONNECTION_THREADS_H_
