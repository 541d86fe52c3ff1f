#include "intake/command/stop_signal.h"

#include <pthread.h>
#include <signal.h>

#include <utility>

namespace gongshi {
namespace {

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

}  // namespace

StopSignal::StopSignal() {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

StopSignal::~StopSignal() {
  if (!waiting_.joinable()) return;
  pthread_kill(waiting_.native_handle(), SIGTERM);  // in case none came
  waiting_.join();
}

void StopSignal::on_stop(std::function<void()> stop) {
  waiting_ = std::thread([stop = std::move(stop)] {
    const sigset_t signals = stop_signals();
    int which = 0;
    sigwait(&signals, &which);
    stop();
  });
}

}  // namespace gongshi
