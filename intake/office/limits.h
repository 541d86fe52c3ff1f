// Every bound that the office's desk puts on accounts, logins and requests: name, number, reason.
// Proved by tests/office. What an office may write is bounded in intake/desk/office_text.h, and
// what a connection may do in intake/http/limits.h.
#ifndef INTAKE_OFFICE_LIMITS_H_
#define INTAKE_OFFICE_LIMITS_H_

#include <chrono>
#include <cstddef>

#include "intake/http/limits.h"

namespace gongshi {

// Accounts of one desk. An award office has ten people; a province that lends some of a hundred
// units a desk still fits, and the list is read whole for each change.
inline constexpr std::size_t kAccountsMax = 200;

// accounts.db of so many people takes a fifth of it.
inline constexpr std::size_t kAccountsFileBytesMax = std::size_t{512} * 1024;

// Code points. What a person types each morning: short, and long enough for a family name and a
// number.
inline constexpr std::size_t kAccountNameLengthMax = 32;

// Code points of a password. With the second factor beside it a password has to hold for as long as
// somebody who stole the file guesses: four words that have nothing to do with each other do.
inline constexpr std::size_t kPasswordLengthMin = 10;

// Nobody types more, and hashing a megabyte would be work for nothing.
inline constexpr std::size_t kPasswordLengthMax = 200;

// A session that nobody uses ends: who leaves their desk for a meeting leaves it closed.
inline constexpr std::chrono::minutes kSessionIdleMax{30};

// A session ends at the latest then, however busy: a working day with its breaks.
inline constexpr std::chrono::hours kSessionLifeMax{10};

// Of one person at a time: the computer at the desk, one at the counter, a tablet. The one not used
// for longest ends.
inline constexpr std::size_t kSessionsOfAccountMax = 3;

// How long a browser that has logged in is known (seal/browser_mark.h). Half a year: who logs in
// each month never becomes a stranger.
inline constexpr std::chrono::hours kBrowserKnownFor{24 * 180};

// Attempts to log in, right or wrong (login.h says which bar holds whom).
struct LoginRates {
  // From one network by browsers that are not known: an office whose people all come new on one
  // morning.
  Rate of_network{.at_once = 60, .each = std::chrono::minutes(1)};

  // At one account by browsers that are not known, wherever they are: somebody who knows the
  // password has 300 guesses a day at the second factor, three codes of a million count, and that
  // is a chance of one in a thousand a day.
  Rate at_account{.at_once = 10, .each = std::chrono::minutes(5)};

  // By one known browser: its person mistypes a few times and goes on.
  Rate by_known_browser{.at_once = 10, .each = std::chrono::minutes(1)};
};

// Passwords verified at once: each takes 64 MiB and a tenth of a second (seal/password.h).
inline constexpr int kPasswordsAtOnceMax = 2;

// Attempts that wait for that, two seconds at most. One more is told to come back.
inline constexpr int kPasswordsWaitingMax = 20;

// The body of a form: the longest text, a redacted copy (desk/redaction.h), takes 200 kB.
inline constexpr std::size_t kDeskFormBytesMax = std::size_t{256} * 1024;

// Lines on one page of the inbox and of the record of who opened what: a morning's work to scroll
// through. More stand on the next page.
inline constexpr std::size_t kLinesOfPageMax = 100;

}  // namespace gongshi

#endif  // INTAKE_OFFICE_LIMITS_H_
