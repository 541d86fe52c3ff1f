#include "intake/http/connection_roster.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <string>
#include <vector>

namespace gongshi {
namespace {

using std::chrono::seconds;
using SteadyTime = std::chrono::steady_clock::time_point;

constexpr SteadyTime kNow = SteadyTime(seconds(100'000));

// One that has been in its phase for `age` seconds.
ConnectionPace pace(Phase phase, int age, std::size_t bytes = 0) {
  return {.phase = phase, .since = kNow - seconds(age), .bytes = bytes};
}

TEST(ConnectionRosterTest, EndsTheOneThatEarnedIt) {
  struct Case {
    std::string what;
    std::vector<ConnectionPace> connections;
    std::optional<std::size_t> chosen;
  };
  const ConnectionPace silent = pace(Phase::Receiving, 10);
  const ConnectionPace dribbling = pace(Phase::Receiving, 10, 10);
  const ConnectionPace new_comer = pace(Phase::Receiving, 0);
  const ConnectionPace slow_upload = pace(Phase::Receiving, 60, 600'000);
  const ConnectionPace slow_reader = pace(Phase::Sending, 60, 600);
  const ConnectionPace being_answered = pace(Phase::Answering, 80);
  const std::vector<Case> cases = {
      {"nobody is there", {}, {}},
      {"all are being answered", {being_answered, being_answered}, {}},
      {"the idle one", {silent, pace(Phase::Idle, 0), dribbling}, 1},
      {"the one that is idle longest", {pace(Phase::Idle, 1), pace(Phase::Idle, 3), silent}, 1},
      {"what nobody will read", {silent, pace(Phase::Draining, 0)}, 1},
      {"silent rather than dribbling", {dribbling, silent}, 1},
      {"dribbling rather than just come", {new_comer, dribbling}, 1},
      {"dribbling rather than slow but honest", {slow_upload, dribbling, being_answered}, 1},
      {"a reader that dribbles", {slow_upload, slow_reader, new_comer}, 1},
      {"the older of two equals", {new_comer, pace(Phase::Receiving, 1)}, 1},
      {"slow but honest, when all others are faster",
       {slow_upload, pace(Phase::Receiving, 1, 500'000), being_answered},
       0},
  };
  for (const Case& c : cases) EXPECT_EQ(choose_to_end(c.connections, kNow), c.chosen) << c.what;
}

TEST(ConnectionRosterTest, TheHeadStartWearsOff) {
  EXPECT_EQ(pace_of(pace(Phase::Receiving, 0), kNow), 1024.0);
  EXPECT_EQ(pace_of(pace(Phase::Receiving, 1), kNow), 1024.0);
  EXPECT_EQ(pace_of(pace(Phase::Receiving, 64, 64), kNow), 17.0);
}

// Two ends of a connection; the far one is the client's.
struct Ends {
  std::array<int, 2> sockets{};
  Ends() { EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()), 0); }
  Ends(const Ends&) = delete;
  Ends& operator=(const Ends&) = delete;
  ~Ends() {
    for (const int socket : sockets) ::close(socket);
  }
  // Without waiting.
  bool is_ended() const {
    char byte = 0;
    return ::recv(sockets[0], &byte, 1, MSG_DONTWAIT) == 0;
  }
};

TEST(ConnectionRosterTest, AnEndedOneNoticesAndIsNotEndedTwice) {
  ConnectionRoster roster;
  const Ends first_ends;
  const Ends second_ends;
  RosterPlace first(roster, first_ends.sockets[0]);
  RosterPlace second(roster, second_ends.sockets[0]);
  EXPECT_TRUE(second.add(1));
  roster.make_room();
  EXPECT_TRUE(first_ends.is_ended());
  EXPECT_FALSE(second_ends.is_ended());
  EXPECT_FALSE(first.is_kept());
  EXPECT_FALSE(first.add(1));
  EXPECT_FALSE(first.enter(Phase::Answering));
  EXPECT_TRUE(second.enter(Phase::Answering));
}

TEST(ConnectionRosterTest, RoomThatCouldNotBeMadeIsMadeLater) {
  ConnectionRoster roster;
  const Ends ends;
  {
    RosterPlace place(roster, ends.sockets[0]);
    ASSERT_TRUE(place.enter(Phase::Answering));
    roster.make_room();
    EXPECT_TRUE(place.is_kept());
    EXPECT_TRUE(place.enter(Phase::Sending)) << "what is asked for is given";
    EXPECT_FALSE(place.enter(Phase::Idle));
  }
  {
    RosterPlace place(roster, ends.sockets[0]);
    EXPECT_TRUE(place.enter(Phase::Idle)) << "once";
    ASSERT_TRUE(place.enter(Phase::Answering));
    roster.make_room();
  }
  RosterPlace place(roster, ends.sockets[0]);
  EXPECT_TRUE(place.enter(Phase::Idle)) << "who left made room too";
}

}  // namespace
}  // namespace gongshi
