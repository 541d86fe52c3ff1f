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
  // `make_room` is called, on the thread that enqueues, for each connection that finds all threads
  // busy, and should see to it that one is free soon.
  ConnectionThreads(std::size_t threads_max, std::size_t waiting_max,
                    std::function<void()> make_room);

  // Runs `serve` on a thread that has nothing to do, on a new one, or, when all are busy, as soon
  // as one is free. Returns at once, unless `waiting_max` wait already: then when one less does, so
  // that the kernel's backlog holds the rest.
  void enqueue(std::function<void()> serve) override;

  // Returns when everything that was enqueued has run.
  void shutdown() override;

 private:
  void work();

  const std::size_t threads_max_;
  const std::size_t waiting_max_;
  const std::function<void()> make_room_;
  std::mutex mutex_;  // guards all below
  std::condition_variable wake_;
  std::condition_variable taken_;
  std::queue<std::function<void()>> waiting_;
  std::vector<std::thread> threads_;
  std::size_t idle_ = 0;
  bool stopping_ = false;
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_CONNECTION_THREADS_H_
