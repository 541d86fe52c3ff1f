#include "intake/http/connection_roster.h"

#include <sys/socket.h>

#include <algorithm>
#include <tuple>

namespace gongshi {
namespace {

using std::chrono::steady_clock;

bool asks_for_nothing(Phase phase) { return phase == Phase::Idle || phase == Phase::Draining; }

}  // namespace

double pace_of(const ConnectionPace& connection, steady_clock::time_point now) {
  const std::chrono::duration<double> age = now - connection.since;
  return static_cast<double>(kHeadStartBytes + connection.bytes) / std::max(age.count(), 1.0);
}

std::optional<std::size_t> choose_to_end(std::span<const ConnectionPace> connections,
                                         steady_clock::time_point now) {
  // The smallest goes first.
  const auto rank = [&](const ConnectionPace& connection) {
    const bool idle = asks_for_nothing(connection.phase);
    return std::tuple(!idle, idle ? 0.0 : pace_of(connection, now), connection.since);
  };
  std::optional<std::size_t> chosen;
  for (std::size_t i = 0; i < connections.size(); ++i) {
    if (connections[i].phase == Phase::Answering) continue;
    if (!chosen || rank(connections[i]) < rank(connections[*chosen])) chosen = i;
  }
  return chosen;
}

void ConnectionRoster::make_room() {
  const std::lock_guard lock(mutex_);
  std::vector<RosterPlace*> kept;
  std::vector<ConnectionPace> paces;
  for (RosterPlace* place : places_) {
    if (place->ended_) continue;
    kept.push_back(place);
    paces.push_back(place->pace_);
  }
  const auto chosen = choose_to_end(paces, steady_clock::now());
  if (!chosen) {
    ++owed_;
    return;
  }
  RosterPlace& place = *kept[*chosen];
  place.ended_ = true;
  // Wakes its thread. Who was still sending can be told why.
  ::shutdown(place.socket_, place.pace_.phase == Phase::Sending ? SHUT_RDWR : SHUT_RD);
}

RosterPlace::RosterPlace(ConnectionRoster& roster, int socket)
    : roster_(roster), socket_(socket), pace_{.since = steady_clock::now()} {
  const std::lock_guard lock(roster_.mutex_);
  roster_.places_.push_back(this);
}

RosterPlace::~RosterPlace() { leave(); }

bool RosterPlace::enter(Phase phase) {
  const auto now = steady_clock::now();
  const std::lock_guard lock(roster_.mutex_);
  if (ended_) return false;
  if (pace_.phase == phase) return true;
  pace_ = {.phase = phase, .since = now, .bytes = 0};
  if (!asks_for_nothing(phase) || roster_.owed_ == 0) return true;
  --roster_.owed_;
  ended_ = true;
  return false;
}

bool RosterPlace::add(std::size_t bytes) {
  const std::lock_guard lock(roster_.mutex_);
  pace_.bytes += bytes;
  return !ended_;
}

bool RosterPlace::is_kept() const {
  const std::lock_guard lock(roster_.mutex_);
  return !ended_;
}

void RosterPlace::leave() {
  const std::lock_guard lock(roster_.mutex_);
  if (!present_) return;
  present_ = false;
  std::erase(roster_.places_, this);
  if (!ended_ && roster_.owed_ > 0) --roster_.owed_;
}

}  // namespace gongshi
