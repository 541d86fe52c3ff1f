// How often, and from when on the answer is "come back later". The bars are so high that no person
// and no crowd of persons meets them; a program that files in a loop does.
//
// Behind one address stand a household, a school, a county, or a mobile operator's whole city. So
// the bar for a network is one that a school passes under: what a machine behind that address can
// still do to the register is a few hundred rows. For the networks that the operator knows to be
// shared by more people than that (`serve --shared-network`) the bar is ten times as high. The
// numbers stand in limits.h. Only what would be stored counts: a form that
// comes back for correction, and one that was filed before and is sent again, cost nothing. Clients
// of this machine are not counted at all; a proxy has to be named (`serve --trust-proxy`), or all
// who come through it are clients of this machine.
//
// There is no proof of work. It would have to run as a script, which the form does not need for
// anything else; it costs the old telephone minutes and the attacker nothing; and an attack from
// many networks already meets the bar for the notice, beyond which the other ways to object are
// named on the page.
#ifndef INTAKE_HTTP_RATE_LIMITS_H_
#define INTAKE_HTTP_RATE_LIMITS_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "intake/http/client_network.h"
#include "intake/http/limits.h"
#include "intake/seal/short_hash.h"

namespace gongshi {

// One bar, for many keys. Not synchronised.
class RateBar {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit RateBar(Rate rate, std::size_t keys_max = kRateKeysMax);

  // Counts one. Nothing when it passes; otherwise how long until one would, and it is not counted.
  std::optional<std::chrono::seconds> take(std::uint64_t key, Time now);

  // The same question without counting.
  std::optional<std::chrono::seconds> wait(std::uint64_t key, Time now) const;

  std::size_t size() const { return full_at_.size(); }

 private:
  // When `at_once` are free again. The last seen stands last.
  using Entry = std::pair<std::uint64_t, Time>;

  Rate rate_;
  std::size_t keys_max_;
  std::list<Entry> entries_;
  std::unordered_map<std::uint64_t, std::list<Entry>::iterator> full_at_;
};

// All bars of the daemon. Threads: any may call. Without a network (a client of this machine) only
// the bar for the receipt number counts.
class RateLimits {
 public:
  using Time = RateBar::Time;
  using Wait = std::optional<std::chrono::seconds>;  // nothing: go on

  explicit RateLimits(const Rates& rates = {});

  // Before an objection that would be stored. Counts it unless one of the bars is reached.
  Wait take_filing(std::optional<ClientNetwork> client, std::string_view notice, Time now);

  // Before a receipt number and code are looked at.
  Wait wait_before_lookup(std::optional<ClientNetwork> client, Time now);

  // After they did not belong together. The right code always finds its objection, however often
  // others tried: nobody can shut the owner out by guessing.
  Wait take_wrong_code(std::optional<ClientNetwork> client, std::string_view number, Time now);

 private:
  RateBar& wrong_codes_of(const ClientNetwork& client);

  const ShortHash hash_ = ShortHash::random();
  std::mutex mutex_;  // guards the bars
  RateBar filings_of_network_;
  RateBar filings_of_shared_network_;
  RateBar filings_on_notice_;
  RateBar wrong_codes_of_network_;
  RateBar wrong_codes_of_shared_network_;
  RateBar wrong_codes_on_number_;
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_RATE_LIMITS_H_
