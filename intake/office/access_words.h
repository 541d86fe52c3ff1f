// What the record of accesses says was done (register/desk_record.h). The words stand in registers
// for good; messages.json has the sentence for each, "desk.access.<word>".
#ifndef INTAKE_OFFICE_ACCESS_WORDS_H_
#define INTAKE_OFFICE_ACCESS_WORDS_H_

#include <array>
#include <string_view>

namespace gongshi::access {

inline constexpr std::string_view kLoggedIn = "logged_in";
inline constexpr std::string_view kLoggedOut = "logged_out";
inline constexpr std::string_view kOpened = "opened";  // what was written in an objection was shown
inline constexpr std::string_view kSaved = "saved";    // one of its files was handed out
inline constexpr std::string_view kTurnedAway = "turned_away";  // recused, and shown nothing
// A closing was …; the number is then the notice's id.
inline constexpr std::string_view kProposed = "proposed";
inline constexpr std::string_view kTakenBack = "taken_back";
inline constexpr std::string_view kRefused = "refused";
inline constexpr std::string_view kApproved = "approved";
inline constexpr std::string_view kPapers = "papers";          // its papers were handed out
inline constexpr std::string_view kRegistered = "registered";  // what did not come online
inline constexpr std::string_view kPasswordChanged = "password_changed";  // one's own

inline constexpr std::array kAll = {kLoggedIn,   kLoggedOut, kOpened,     kSaved,
                                    kTurnedAway, kProposed,  kTakenBack,  kRefused,
                                    kApproved,   kPapers,    kRegistered, kPasswordChanged};

}  // namespace gongshi::access

#endif  // INTAKE_OFFICE_ACCESS_WORDS_H_
