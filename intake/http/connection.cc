#include "intake/http/connection.h"

#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace gongshi {
namespace {

using std::chrono::steady_clock;

// The head of an answer is shorter; so are the pieces of a body that are worth waiting for the
// next.
constexpr std::size_t kHeldBackBytesMax = 4096;

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

// Takes `count` bytes off the front of two parts.
void advance(std::array<iovec, 2>& parts, std::size_t count) {
  for (iovec& part : parts) {
    const std::size_t taken = std::min(count, part.iov_len);
    part.iov_base = static_cast<char*>(part.iov_base) + taken;
    part.iov_len -= taken;
    count -= taken;
  }
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
  ::explicit_bzero(held_back_.data(), held_back_.size());
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
  wipe_read();
  body_left_ = length;
  if (length == 0U) place_.enter(Phase::Answering);
}

bool Connection::is_at_request_boundary() const { return !in_head_ && body_left_ == 0U; }

void Connection::linger() {
  flush();
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

// write() waits by itself.
bool Connection::is_writable() const { return !send_failed_; }

// Receives into the empty buffer. False at the end, on failure and past the deadline.
bool Connection::fill(SteadyTime deadline) {
  if (!flush()) return false;
  ssize_t got = 0;
  do {
    got = ::recv(socket_, buffer_.data(), buffer_.size(), MSG_DONTWAIT);
    if (got >= 0 || (errno != EAGAIN && errno != EINTR)) break;
    out_of_time_ = errno == EAGAIN && !wait_until(socket_, POLLIN, deadline);
  } while (!out_of_time_);
  wiped_ = 0;
  begin_ = 0;
  end_ = got > 0 ? static_cast<std::size_t>(got) : 0;
  if (!place_.add(end_)) out_of_time_ = true;
  return got > 0 && !out_of_time_;
}

void Connection::wipe_read() {
  ::explicit_bzero(buffer_.data() + wiped_, begin_ - wiped_);
  wiped_ = begin_;
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
  begin_ += count;
  // A head is read byte by byte, and overwritten as a whole.
  if (!in_head_ || begin_ == end_) wipe_read();
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

// What is held back, and `bytes` behind it.
bool Connection::send(std::string_view bytes) {
  std::array<iovec, 2> parts{
      {{.iov_base = held_back_.data(), .iov_len = held_back_.size()},
       {.iov_base = const_cast<char*>(bytes.data()), .iov_len = bytes.size()}}};
  msghdr message{};
  message.msg_iov = parts.data();
  message.msg_iovlen = parts.size();
  place_.enter(Phase::Sending);
  while (!send_failed_ && parts[0].iov_len + parts[1].iov_len > 0) {
    const ssize_t sent = ::sendmsg(socket_, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) {
      place_.add(static_cast<std::size_t>(sent));
      advance(parts, static_cast<std::size_t>(sent));
    } else if (errno == EAGAIN) {
      // Who has to go gets what fits into the socket, which a short answer does.
      const auto patience = place_.is_kept() ? times_.write : std::chrono::milliseconds(0);
      send_failed_ = !wait_until(socket_, POLLOUT, steady_clock::now() + patience);
    } else if (errno != EINTR) {
      send_failed_ = true;
    }
  }
  ::explicit_bzero(held_back_.data(), held_back_.size());
  held_back_.clear();
  return !send_failed_;
}

bool Connection::flush() { return held_back_.empty() ? !send_failed_ : send({}); }

ssize_t Connection::write(const char* from, std::size_t size) {
  if (held_back_.empty() && size <= kHeldBackBytesMax && !send_failed_) {
    held_back_.assign(from, size);
  } else if (!send({from, size})) {
    return -1;
  }
  return static_cast<ssize_t>(size);
}

void Connection::get_remote_ip_and_port(std::string& ip, int& port) const {
  ip.clear();
  port = 0;
}

void Connection::get_local_ip_and_port(std::string& ip, int& port) const {
  get_remote_ip_and_port(ip, port);
}

}  // namespace gongshi
