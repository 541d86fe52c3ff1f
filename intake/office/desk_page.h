// What the pages of the desk have in common, and what they are made from.
#ifndef INTAKE_OFFICE_DESK_PAGE_H_
#define INTAKE_OFFICE_DESK_PAGE_H_

#include <filesystem>
#include <string>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "generator/notice/json.h"
#include "intake/desk/key_ring.h"
#include "intake/http/log.h"
#include "intake/http/message.h"
#include "intake/http/pages.h"
#include "intake/office/account.h"
#include "intake/office/accounts_file.h"
#include "intake/register/desk_record.h"
#include "intake/register/register.h"

namespace gongshi {

// Where a page is made: for one request of one person who is logged in.
struct Desk {
  const PageFrame& frame;
  Register& reg;
  DeskRecord& record;
  const KeyRing& keys;
  const std::filesystem::path& content;  // where closings are written
  const std::filesystem::path& site;     // as it was built
  const Log& log;
  const Account& account;
  const Accounts& accounts;  // everybody's, this one among them
  std::string form_token;    // what every form carries as the field kFormToken
  Instant now;
};

inline constexpr std::string_view kFormToken = "form_token";

// desk/<name>.mustache inside the desk's layout. Without a `desk` nobody is logged in. Never
// cached. Throws std::runtime_error as make_page() does.
Answer make_desk_page(const PageFrame& frame, const Desk* desk, int status, std::string_view name,
                      std::string_view title, Json data);

// A page that only says something: the messages desk.<key>.title and desk.<key>.sentence, or
// `sentence`.
Answer make_desk_message(const PageFrame& frame, const Desk* desk, int status, std::string_view key,
                         std::string_view sentence = {});

// After a form was taken (303): the browser asks for the page anew, and a reload sends nothing
// twice.
Answer see_other(std::string location);

// What went wrong below, in its own words: 404, 409, 422 or 503 by its kind; 500 for Corrupt. What
// is worse than a mistake of the person's is logged.
Answer make_desk_failure(const Desk& desk, const Request& request, const Error& error);
int status_of(ErrorKind kind);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_DESK_PAGE_H_
