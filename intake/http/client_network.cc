#include "intake/http/client_network.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <span>
#include <string>

#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

constexpr unsigned char kFour = 4;
constexpr unsigned char kSix = 6;

std::optional<Network> network_of(const in_addr& address) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(&address);
  if (bytes[0] == 127) return std::nullopt;
  Network network{kFour};
  std::copy_n(bytes, 4, network.begin() + 1);
  return network;
}

std::optional<Network> network_of(const in6_addr& address) {
  const std::span<const unsigned char, 16> bytes(address.s6_addr);
  if (IN6_IS_ADDR_LOOPBACK(&address)) return std::nullopt;
  if (IN6_IS_ADDR_V4MAPPED(&address)) {
    in_addr four{};
    std::copy_n(bytes.begin() + 12, 4, reinterpret_cast<unsigned char*>(&four));
    return network_of(four);
  }
  Network network{kSix};
  std::copy_n(bytes.begin(), 8, network.begin() + 1);
  return network;
}

std::size_t bits_of(const Network& network) { return network.front() == kFour ? 32 : 64; }

// The rest is 0.
Network first_bits(Network network, std::size_t bits) {
  for (std::size_t bit = bits; bit < bits_of(network); ++bit) {
    network[1 + bit / 8] &= static_cast<unsigned char>(~(0x80U >> bit % 8));
  }
  return network;
}

// Without the brackets and the port that some proxies add.
std::string bare(std::string_view address) {
  if (address.starts_with('[')) return std::string(address.substr(1, address.find(']') - 1));
  const auto colon = address.find(':');
  const bool has_port = colon != std::string_view::npos && colon == address.rfind(':');
  return std::string(address.substr(0, has_port ? colon : address.size()));
}

}  // namespace

std::optional<Network> parse_network(std::string_view address) {
  const std::string text = bare(address);
  in_addr four{};
  if (::inet_pton(AF_INET, text.c_str(), &four) == 1) return network_of(four);
  in6_addr six{};
  if (::inet_pton(AF_INET6, text.c_str(), &six) == 1) return network_of(six);
  return std::nullopt;
}

std::optional<Network> network_of_peer(int socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (::getpeername(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return std::nullopt;
  if (address.ss_family == AF_INET) {
    return network_of(reinterpret_cast<const sockaddr_in*>(&address)->sin_addr);
  }
  if (address.ss_family == AF_INET6) {
    return network_of(reinterpret_cast<const sockaddr_in6*>(&address)->sin6_addr);
  }
  return std::nullopt;
}

std::string_view last_forwarded(std::string_view x_forwarded_for) {
  const auto comma = x_forwarded_for.rfind(',');
  if (comma != std::string_view::npos) x_forwarded_for.remove_prefix(comma + 1);
  return trim_blanks(x_forwarded_for);
}

NetworkToken NetworkTokens::token_for(const Network& network,
                                      std::chrono::steady_clock::time_point now) {
  const std::lock_guard lock(mutex_);
  if (!since_) since_ = now;
  if (now - *since_ >= kNetworkKeyLife) {
    hash_ = ShortHash::random();
    since_ = now;
  }
  return hash_.of(network);
}

bool NetworkRange::contains(const Network& network) const {
  return network.front() == first.front() && first_bits(network, bits) == first_bits(first, bits);
}

Result<NetworkRange> parse_network_range(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string_view digits = text.substr(std::min(text.size(), slash + 1));
  const std::optional<Network> first = parse_network(text.substr(0, slash));
  std::size_t bits = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
  const bool is_number = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
  if (slash == std::string_view::npos || !first || !is_number || bits > bits_of(*first) ||
      first_bits(*first, bits) != *first) {
    return failure(ErrorKind::Invalid,
                   fmt::format("“{}” is no network: write its first address and the length of its "
                               "prefix, as in 203.0.113.0/24 or 2001:db8::/32 (at most /64)",
                               text));
  }
  return NetworkRange{.first = *first, .bits = bits};
}

}  // namespace gongshi
