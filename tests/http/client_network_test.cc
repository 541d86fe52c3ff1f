#include "intake/http/client_network.h"

#include <gtest/gtest.h>

#include <string_view>

namespace gongshi {
namespace {

TEST(ClientNetworkTest, AnAddressOrHalfOfALongOne) {
  struct Case {
    std::string_view one;
    std::string_view other;
    bool same;
  };
  for (const Case& c :
       {Case{"203.0.113.7", "203.0.113.7:51000", true}, Case{"203.0.113.7", "203.0.113.8", false},
        Case{"203.0.113.7", "::ffff:203.0.113.7", true},
        Case{"2001:db8:0:1::7", "[2001:db8:0:1:ffff::8]:443", true},
        Case{"2001:db8:0:1::7", "2001:db8:0:2::7", false}}) {
    ASSERT_TRUE(parse_network(c.one)) << c.one;
    ASSERT_TRUE(parse_network(c.other)) << c.other;
    EXPECT_EQ(parse_network(c.one) == parse_network(c.other), c.same) << c.one << ' ' << c.other;
  }
}

TEST(ClientNetworkTest, ThisMachineAndNonsenseAreNoNetwork) {
  for (const std::string_view text :
       {"127.0.0.1", "127.8.8.8", "::1", "[::1]:80", "::ffff:127.0.0.1", "", "unknown", "1.2.3",
        "1.2.3.4.5", "[", "[]", "1.2.3.4, 5.6.7.8", "example.org", "2001:db8::1::2"}) {
    EXPECT_FALSE(parse_network(text)) << text;
  }
}

TEST(ClientNetworkTest, ARangeHoldsTheNetworksOfItsPrefix) {
  struct Case {
    std::string_view range;
    std::string_view address;
    bool inside;
  };
  for (const Case& c :
       {Case{"203.0.113.0/24", "203.0.113.255", true},
        Case{"203.0.113.0/24", "203.0.112.255", false},
        Case{"203.0.113.0/25", "203.0.113.128", false}, Case{"203.0.113.7/32", "203.0.113.7", true},
        Case{"203.0.113.7/32", "203.0.113.6", false}, Case{"0.0.0.0/0", "198.51.100.1", true},
        Case{"0.0.0.0/0", "2001:db8::1", false}, Case{"2001:db8::/32", "2001:db8:ffff::1", true},
        Case{"2001:db8::/33", "2001:db8:ffff::1", false},
        Case{"2001:db8:0:1::/64", "2001:db8:0:1:ffff::1", true},
        Case{"2001:db8:0:1::/64", "2001:db8:0:2::1", false}}) {
    const auto range = parse_network_range(c.range);
    ASSERT_TRUE(range) << c.range;
    EXPECT_EQ(range->contains(parse_network(c.address).value()), c.inside)
        << c.range << ' ' << c.address;
  }
}

TEST(ClientNetworkTest, WhatIsNoRangeIsRefusedInWords) {
  for (const std::string_view text :
       {"", "/", "203.0.113.0", "203.0.113.0/", "203.0.113.0/33", "203.0.113.0/-1",
        "203.0.113.0/2x", "203.0.113.7/24", "2001:db8::/65", "2001:db8::1/32x", "/24",
        "example.org/24"}) {
    const auto range = parse_network_range(text);
    ASSERT_FALSE(range) << text;
    EXPECT_NE(range.error().message.find("203.0.113.0/24"), std::string::npos) << text;
  }
}

TEST(ClientNetworkTest, OnlyWhatTheLastProxySawCounts) {
  EXPECT_EQ(last_forwarded("203.0.113.7"), "203.0.113.7");
  EXPECT_EQ(last_forwarded("10.0.0.1, 198.51.100.2 , 203.0.113.7 "), "203.0.113.7");
  EXPECT_EQ(last_forwarded(""), "");
  EXPECT_EQ(last_forwarded("203.0.113.7,"), "");
}

TEST(ClientNetworkTest, ATokenLastsADay) {
  NetworkTokens tokens;
  const Network network = parse_network("203.0.113.7").value();
  const std::chrono::steady_clock::time_point start(std::chrono::hours(1'000));
  const NetworkToken token = tokens.token_for(network, start);
  EXPECT_EQ(tokens.token_for(network, start + kNetworkKeyLife - std::chrono::seconds(1)), token);
  EXPECT_NE(tokens.token_for(parse_network("203.0.113.8").value(), start), token);
  const NetworkToken next_day = tokens.token_for(network, start + kNetworkKeyLife);
  EXPECT_NE(next_day, token);
  EXPECT_EQ(tokens.token_for(network, start + kNetworkKeyLife), next_day);
}

}  // namespace
}  // namespace gongshi
