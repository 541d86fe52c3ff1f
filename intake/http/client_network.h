// Which network a request comes from, as a number that nobody can turn back into an address. The
// address itself is looked at in this file only, is kept nowhere, and never leaves it.
#ifndef INTAKE_HTTP_CLIENT_NETWORK_H_
#define INTAKE_HTTP_CLIENT_NETWORK_H_

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>

#include "generator/notice/error.h"
#include "intake/seal/short_hash.h"

namespace gongshi {

// An IPv4 address, or the first 64 bits of an IPv6 address, which is what one household or one
// device gets and changes at will. An IPv4 address within IPv6 is the IPv4 address.
using Network = std::array<unsigned char, 9>;

// Reads "203.0.113.7", "203.0.113.7:51000", "2001:db8::1" and "[2001:db8::1]:51000". Nothing for
// anything else, and for a loopback address, which stands for this machine and not for a client.
std::optional<Network> parse_network(std::string_view address);

// Of the other end of a connected socket.
std::optional<Network> network_of_peer(int socket);

// Networks that many people share, as the operator names them: "203.0.113.0/24", "2001:db8::/32".
struct NetworkRange {
  Network first{};
  std::size_t bits = 0;  // that all of its networks have in common; of IPv6 at most 64

  bool contains(const Network& network) const;
  bool operator==(const NetworkRange&) const = default;
};

// Invalid for anything else, an address with bits beyond the prefix included: then one of the two
// is a slip.
Result<NetworkRange> parse_network_range(std::string_view text);

// The client that the last proxy saw: the last entry of the last X-Forwarded-For, because
// everything before it was written by whoever sent the request.
std::string_view last_forwarded(std::string_view x_forwarded_for);

// What stands for a network in memory. Two requests from one network on one day have the same.
using NetworkToken = std::uint64_t;

// What the limits know of a client.
struct ClientNetwork {
  NetworkToken token = 0;
  bool shared = false;  // by more people than one bar is made for
};

// How long a key for tokens lives: what was counted yesterday cannot be matched with today.
inline constexpr std::chrono::hours kNetworkKeyLife{24};

// Threads: any may call.
class NetworkTokens {
 public:
  NetworkToken token_for(const Network& network, std::chrono::steady_clock::time_point now);

 private:
  std::mutex mutex_;  // guards all below
  ShortHash hash_ = ShortHash::random();
  std::optional<std::chrono::steady_clock::time_point> since_;
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_CLIENT_NETWORK_H_
