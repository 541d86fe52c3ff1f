// SIGTERM and SIGINT as a call on an ordinary thread, where locks may be taken.
#ifndef INTAKE_COMMAND_STOP_SIGNAL_H_
#define INTAKE_COMMAND_STOP_SIGNAL_H_

#include <functional>
#include <thread>

namespace gongshi {

// Holds the two signals back in this thread and all that it starts from now on: make it before any
// other thread.
class StopSignal {
 public:
  StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;
  // Stops waiting.
  ~StopSignal();

  // Calls `stop` once, from another thread, when the first of the two comes in.
  void on_stop(std::function<void()> stop);

 private:
  std::thread waiting_;
};

}  // namespace gongshi

#endif  // INTAKE_COMMAND_STOP_SIGNAL_H_
