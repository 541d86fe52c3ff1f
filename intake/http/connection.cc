#include "intake/http/connection.h"

#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace gongshi {
namespace {

using std::chrono::steady_clock;

// Milliseconds until `deadline` as poll() takes them, rounded up so that nobody spins.
int poll_time(steady_clock::time_point deadline) {
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(deadline - steady_clock::now()).count();
  return static_cast<int>(std::max<decltype(left)>(left, 0));
}

// True when `socket` is ready for `events` before the deadline.
bool wait_until(int socket, short events, steady_clock::time_point deadline) {
  pollfd waiting{.fd = socket, .events = events, .revents = 0};
  int ready = 0;
  do {
    ready = ::poll(&waiting, 1, poll_time(deadline));
  } while (ready < 0 && errno == EINTR);
  return ready > 0;
}

}  // namespace

Connection::Connection(int socket, int stop_fd, const ConnectionTimes& times,
                       ConnectionRoster& roster)
    : socket_(socket),
      stop_fd_(stop_fd),
      times_(times),
      place_(roster, socket),
      request_deadline_(steady_clock::now()) {}

Connection::~Connection() {
  ::explicit_bzero(buffer_.data(), buffer_.size());
  place_.leave();
  ::close(socket_);
}

bool Connection::wait_for_request() {
  if (!in_head_ && !place_.enter(Phase::Idle)) return false;
  in_head_ = true;
  head_ = HeadScan();
  body_left_.reset();
  if (begin_ == end_) {
    std::array<pollfd, 2> waiting{{{.fd = socket_, .events = POLLIN, .revents = 0},
                                   {.fd = stop_fd_, .events = POLLIN, .revents = 0}}};
    int ready = 0;
    const auto deadline = steady_clock::now() + times_.idle;
    do {
      ready = ::poll(waiting.data(), waiting.size(), poll_time(deadline));
    } while (ready < 0 && errno == EINTR);
    if (ready <= 0 || waiting[0].revents == 0) return false;
  }
  request_deadline_ = steady_clock::now() + times_.request;
  return place_.enter(Phase::Receiving);
}

void Connection::begin_body(std::optional<std::size_t> length) {
  in_head_ = false;
  body_left_ = length;
  if (length == 0U) place_.enter(Phase::Answering);
}

bool Connection::is_at_request_boundary() const { return !in_head_ && body_left_ == 0U; }

void Connection::linger() {
  ::shutdown(socket_, SHUT_WR);
  if (!place_.enter(Phase::Draining)) return;
  const auto deadline = steady_clock::now() + times_.linger;
  do {
    begin_ = end_;
  } while (fill(deadline));
}

bool Connection::is_readable() const {
  return begin_ != end_ || wait_until(socket_, POLLIN, request_deadline_);
}

bool Connection::is_writable() const {
  // Who has to go gets what fits into the socket, which a short answer does.
  const auto patience = place_.is_kept() ? times_.write : std::chrono::milliseconds(0);
  return wait_until(socket_, POLLOUT, steady_clock::now() + patience);
}

// Receives into the empty buffer. False at the end, on failure and past the deadline.
bool Connection::fill(SteadyTime deadline) {
  if (!wait_until(socket_, POLLIN, deadline)) {
    out_of_time_ = true;
    return false;
  }
  ssize_t got = 0;
  do {
    got = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
  } while (got < 0 && errno == EINTR);
  begin_ = 0;
  end_ = got > 0 ? static_cast<std::size_t>(got) : 0;
  if (!place_.add(end_)) out_of_time_ = true;
  return got > 0 && !out_of_time_;
}

void Connection::earn_time(std::size_t body_bytes) {
  const std::chrono::microseconds earned(1'000'000 * body_bytes / times_.body_bytes_per_second);
  // Never more than the time of a whole request from now: fast bytes do not buy a long silence.
  request_deadline_ =
      std::min<SteadyTime>(request_deadline_ + earned, steady_clock::now() + times_.request);
}

ssize_t Connection::read(char* to, std::size_t size) {
  if (size == 0) return 0;
  if (in_head_ && head_.size() == kHeadBytesMax) return -1;
  // Again Receiving after "100 Continue".
  if (begin_ == end_ && !(place_.enter(Phase::Receiving) && fill(request_deadline_))) return -1;
  std::size_t count = std::min(size, end_ - begin_);
  if (in_head_) count = std::min(count, kHeadBytesMax - head_.size());
  std::memcpy(to, buffer_.data() + begin_, count);
  ::explicit_bzero(buffer_.data() + begin_, count);
  begin_ += count;
  if (in_head_) head_.add({to, count});
  if (!in_head_) earn_time(count);
  if (in_head_ || !body_left_) return static_cast<ssize_t>(count);
  *body_left_ -= std::min(count, *body_left_);
  if (body_left_ == 0U && !place_.enter(Phase::Answering)) {
    out_of_time_ = true;
    return -1;
  }
  return static_cast<ssize_t>(count);
}

ssize_t Connection::write(const char* from, std::size_t size) {
  place_.enter(Phase::Sending);
  if (!is_writable()) return -1;
  ssize_t sent = 0;
  do {
    sent = ::send(socket_, from, size, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  if (sent > 0) place_.add(static_cast<std::size_t>(sent));
  return sent;
}

void Connection::get_remote_ip_and_port(std::string& ip, int& port) const {
  ip.clear();
  port = 0;
}

void Connection::get_local_ip_and_port(std::string& ip, int& port) const {
  get_remote_ip_and_port(ip, port);
}

}  // namespace gongshi
