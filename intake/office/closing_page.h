// /closing: what stands between a notice and its closing, line by line; one person proposes it,
// another approves it, and the approval writes closing.toml (desk/close_notice.h).
//
// Invariant: whoever wrote the draft does not approve it: not under that account, not under that
// name, and not with the role that may write one (account.h). What is approved is what the approver
// saw.
#ifndef INTAKE_OFFICE_CLOSING_PAGE_H_
#define INTAKE_OFFICE_CLOSING_PAGE_H_

#include "intake/office/desk_page.h"

namespace gongshi {

// GET /closing?notice=. 404 for a notice that is not on the site.
Answer show_closing(const Desk& desk, const Request& request);

// POST /closing: `act` is propose, take_back, refuse or approve. 403 for a role that may not, 409
// for what may not be done now, with the reasons.
Answer take_closing(const Desk& desk, const Request& request);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_CLOSING_PAGE_H_
