// Who is connected, and who has to go when every thread is taken and somebody new comes: first
// those who hold a connection and ask for nothing, then whoever moves its bytes slowest. So a
// thousand clients that send a byte a second cost one another their places, and nobody else theirs.
#ifndef INTAKE_HTTP_CONNECTION_ROSTER_H_
#define INTAKE_HTTP_CONNECTION_ROSTER_H_

#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace gongshi {

enum class Phase {
  Idle,       // between two requests
  Receiving,  // from accept, or from the first byte of a later request, until the request is
              // complete
  Answering,  // the request is complete: never ended, what it asks for may already be on disk
  Sending,    // from the first byte of the answer to the last
  Draining,   // what a refused client still sends is thrown away
};

struct ConnectionPace {
  Phase phase = Phase::Receiving;
  std::chrono::steady_clock::time_point since;  // when the phase began
  std::size_t bytes = 0;                        // moved in this phase
};

// What every connection is credited with: who has just come would otherwise look slower than
// somebody who has sent one byte a second for a minute. Half of a usual request.
inline constexpr std::size_t kHeadStartBytes = 1024;

// Bytes a second, head start included; the first second counts as a whole one.
double pace_of(const ConnectionPace& connection, std::chrono::steady_clock::time_point now);

// Which one to end: an idle or draining one, the longest first; else the slowest that receives or
// sends, the longest first among equals. Nothing when all are being answered.
std::optional<std::size_t> choose_to_end(std::span<const ConnectionPace> connections,
                                         std::chrono::steady_clock::time_point now);

class RosterPlace;

// Threads: any may call.
class ConnectionRoster {
 public:
  // One thread is wanted. Ends the connection that earned it most; when all are being answered, the
  // next one that would fall idle ends instead.
  void make_room();

 private:
  friend class RosterPlace;

  mutable std::mutex mutex_;  // guards all below, and every place in the list
  std::vector<RosterPlace*> places_;
  std::size_t owed_ = 0;  // places that make_room() could not free
};

// One connection's place. Made, used and left by the connection's own thread.
class RosterPlace {
 public:
  // `socket` stays open until leave(). Begins as Receiving.
  RosterPlace(ConnectionRoster& roster, int socket);
  RosterPlace(const RosterPlace&) = delete;
  RosterPlace& operator=(const RosterPlace&) = delete;
  ~RosterPlace();

  // All three: false when the connection has been ended, or has to end now.
  bool enter(Phase phase);  // the phase that it is in already goes on
  bool add(std::size_t bytes);
  bool is_kept() const;

  void leave();

 private:
  friend class ConnectionRoster;

  ConnectionRoster& roster_;
  const int socket_;
  bool present_ = true;
  bool ended_ = false;
  ConnectionPace pace_;
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_CONNECTION_ROSTER_H_
