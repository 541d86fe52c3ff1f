// How often, and from when on the answer is "come back later". The bars are so high that no person
// and no crowd of persons meets them; a program that files in a loop does.
//
// Behind one address stand a household, a school, a county, or a mobile operator's whole city. So
// the bar for a network is one that a school passes under: what a machine behind that address can
// still do to the register is a few hundred rows. Only what would be stored counts: a form that
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
#include "intake/seal/short_hash.h"

namespace gongshi {

// So many at once, and then one more each time that `each` has passed.
struct Rate {
  std::size_t at_once = 1;
  std::chrono::milliseconds each{1};
};

struct Rates {
  // A class of forty files within a lesson, a school of a thousand within an afternoon.
  Rate filings_of_network{.at_once = 300, .each = std::chrono::seconds(12)};

  // More than any notice of the last ten years met. Beyond it, a row a second: 86 400 a day, which
  // the disk of a small host carries for a year.
  Rate filings_on_notice{.at_once = 10'000, .each = std::chrono::seconds(1)};

  // Wrong receipt numbers or codes. A person who mistypes does so a few times; a code has 100 bits,
  // so this is not what protects it: it keeps guessing from costing us anything.
  Rate wrong_codes_of_network{.at_once = 60, .each = std::chrono::seconds(30)};
  Rate wrong_codes_on_number{.at_once = 20, .each = std::chrono::seconds(60)};
};

// Keys that one bar remembers, so that addresses without number do not fill the memory (about 1.5
// MB each). The one not seen for longest goes.
inline constexpr std::size_t kRateKeysMax = 16'384;

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
  Wait take_filing(std::optional<NetworkToken> network, std::string_view notice, Time now);

  // Before a receipt number and code are looked at.
  Wait wait_before_lookup(std::optional<NetworkToken> network, Time now);

  // After they did not belong together. The right code always finds its objection, however often
  // others tried: nobody can shut the owner out by guessing.
  Wait take_wrong_code(std::optional<NetworkToken> network, std::string_view number, Time now);

 private:
  const ShortHash hash_ = ShortHash::random();
  std::mutex mutex_;  // guards the bars
  RateBar filings_of_network_;
  RateBar filings_on_notice_;
  RateBar wrong_codes_of_network_;
  RateBar wrong_codes_on_number_;
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_RATE_LIMITS_H_
