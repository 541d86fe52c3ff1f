// The door of the desk: name, password and code are right, or how long until the next attempt.
//
// Which bar holds whom (the numbers are in limits.h):
//
//   - a browser that is not known meets the bar of its network and the bar of the account. So
//   nobody
//     guesses for long, from one place or from many.
//   - a browser that has logged in to this account before is known by its mark
//     (seal/browser_mark.h) and meets a bar of its own and no other. So however often strangers
//     try, they lock nobody out of the browser that they use each day.
//
// What is left to somebody who wants to do harm: as long as they keep trying, a person whose
// browser is new has to wait for their turn at the account's bar. `gongshi-desk account reset` is
// no way around that, on purpose; ending the attack is, and so is the browser of yesterday.
//
// An attempt is counted before it is looked at, so that many at once get no further than one after
// the other. An unknown name costs as much time as a known one, and every refusal reads alike.
// A code counts once: its step is remembered until the desk stops, and a desk takes its key's
// passphrase to start again, which is longer than the ninety seconds that a code counts for.
#ifndef INTAKE_OFFICE_LOGIN_H_
#define INTAKE_OFFICE_LOGIN_H_

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "generator/notice/civil_time.h"
#include "intake/http/client_network.h"
#include "intake/http/rate_limits.h"
#include "intake/office/accounts_file.h"
#include "intake/office/limits.h"
#include "intake/seal/short_hash.h"

namespace gongshi {

struct LoginAttempt {
  std::string_view name;
  std::string_view password;
  std::string_view code;
  std::string_view browser_mark;         // the cookie, or ""
  std::optional<ClientNetwork> network;  // nothing: of this machine, which has no bar by network
  Instant now;                           // for the code
  std::chrono::steady_clock::time_point arrived_at;  // for the bars
};

enum class LoginProblem {
  Wrong,    // name, password or code, or the code was used before
  TooMany,  // a bar was reached: nothing was looked at
  Busy      // too many wait to be looked at
};

struct LoginRefusal {
  LoginProblem problem = LoginProblem::Wrong;
  std::chrono::seconds wait{};  // of TooMany
};

// Threads: any may call.
class LoginGate {
 public:
  explicit LoginGate(const LoginRates& rates = {});

  // The account, which is one of `accounts`.
  tl::expected<const Account*, LoginRefusal> admit(const Accounts& accounts,
                                                   const LoginAttempt& attempt);

 private:
  using Wait = std::optional<std::chrono::seconds>;

  Wait count(const Account* account, const LoginAttempt& attempt);
  // Nothing when too many wait.
  std::optional<bool> verify_password(const Account* account, std::string_view password);
  bool take_code(const Account& account, const LoginAttempt& attempt);

  const ShortHash hash_ = ShortHash::random();
  const std::string nobody_;  // the hash that the password of an unknown name is held against

  std::mutex mutex_;  // guards all below
  std::condition_variable place_free_;
  int verifying_ = 0;
  int waiting_ = 0;
  RateBar of_network_;
  RateBar at_account_;
  RateBar by_known_browser_;
  std::map<std::string, std::uint64_t, std::less<>> last_steps_;  // by account
};

}  // namespace gongshi

#endif  // INTAKE_OFFICE_LOGIN_H_
