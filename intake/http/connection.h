// One client connection as httplib sees it, with the bounds that httplib does not have: a deadline
// for a whole request instead of one for each read, a size for the whole head instead of one for
// each line, and the knowledge whether a body was read to its end.
#ifndef INTAKE_HTTP_CONNECTION_H_
#define INTAKE_HTTP_CONNECTION_H_

#include <httplib.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "intake/http/connection_roster.h"
#include "intake/http/head_scan.h"
#include "intake/http/limits.h"

namespace gongshi {

// Used by one thread. Owns the socket: closes it.
class Connection : public httplib::Stream {
 public:
  // `stop_fd` becomes readable when the server stops; idle connections then end at once. `roster`
  // may end this one to make room.
  Connection(int socket, int stop_fd, const ConnectionTimes& times, ConnectionRoster& roster);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() override;

  // Waits for the first byte of a request and starts its deadline, which only the bytes of a body
  // move. False when none comes within the idle time, when the client has gone, when the server
  // stops, or when room is needed.
  bool wait_for_request();

  // What the head looked like on the wire.
  const HeadScan& head() const { return head_; }

  // The head is complete: what follows is a body of `length` bytes, or of a length nobody knows.
  void begin_body(std::optional<std::size_t> length);

  // True when a next request may follow: the head was read, and the body to its last byte.
  bool is_at_request_boundary() const;

  // True when a read failed because the request's time was over, or because somebody faster needed
  // the place: not by the client's doing.
  bool is_out_of_time() const { return out_of_time_; }

  // False when it was ended to make room.
  bool is_kept() const { return place_.is_kept(); }

  // Sends what write() holds back. False when the client does not take it: the connection is over.
  bool flush();

  // Ends the conversation so that the client can still read the answer: says that no more is
  // written, then reads and drops what it is still sending, for a short time.
  void linger();

  bool is_readable() const override;
  bool is_writable() const override;
  // As httplib wants it: bytes, 0 at the end, negative on failure, which is also how a bound ends
  // a request.
  ssize_t read(char* to, std::size_t size) override;
  // All or nothing. httplib writes the head of an answer and then the body: the head is held back
  // and goes out with the body in one packet, or with flush(), or before anything is waited for.
  ssize_t write(const char* from, std::size_t size) override;
  // Nothing: the daemon does not want to know, so nothing can leak it.
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return socket_; }

 private:
  using SteadyTime = std::chrono::steady_clock::time_point;

  bool fill(SteadyTime deadline);
  void wipe_read();
  bool send(std::string_view bytes);
  void earn_time(std::size_t body_bytes);

  const int socket_;
  const int stop_fd_;
  const ConnectionTimes times_;
  RosterPlace place_;
  bool out_of_time_ = false;
  SteadyTime request_deadline_;
  std::string held_back_;     // of the answer: written and not yet sent
  bool send_failed_ = false;  // nothing more can be sent
  std::array<char, 16384> buffer_;
  std::size_t wiped_ = 0;  // where what was read and not yet overwritten begins
  std::size_t begin_ = 0;  // of what was received and not yet read
  std::size_t end_ = 0;
  bool in_head_ = true;
  HeadScan head_;
  std::optional<std::size_t> body_left_;
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_CONNECTION_H_
