// Who is logged in: in memory only, so that a desk that stops has logged everybody out.
//
// A browser holds 32 random bytes as a cookie; the table holds their digest, so that a look into it
// opens nothing. Each form carries a second value, which follows from the cookie and nobody else
// can know: a request that another site made a browser send does not have it, whatever the browser
// does with cookies and origins.
#ifndef INTAKE_OFFICE_DESK_SESSIONS_H_
#define INTAKE_OFFICE_DESK_SESSIONS_H_

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "generator/notice/digest.h"
#include "intake/office/account.h"

namespace gongshi {

// Threads: any may call.
class DeskSessions {
 public:
  // A clock that nobody sets. Sessions do not care what day it is.
  using Time = std::chrono::steady_clock::time_point;

  // The new token, 64 hex digits. Ends the account's oldest when it has kSessionsOfAccountMax.
  std::string begin(const Account& account, Time now);

  // The name of the account whose token this is, and which is used from now on. Nothing for any
  // other text, and once the session was idle for kSessionIdleMax or is kSessionLifeMax old.
  std::optional<std::string> find(std::string_view token, Time now);

  // Whether the session began with the credentials that the account has now: who is given new ones
  // is logged out everywhere.
  bool is_of(std::string_view token, const Account& account);

  void end(std::string_view token);

 private:
  struct Entry {
    std::string account;
    Sha256 credentials{};  // digest of the password's hash
    Time began;
    Time used;
  };

  void make_room(std::string_view account);

  std::mutex mutex_;  // guards all below
  std::map<Sha256, Entry> entries_;
};

// What the forms of a session carry.
std::string form_token(std::string_view session_token);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_DESK_SESSIONS_H_
