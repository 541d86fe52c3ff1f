// /redaction and /redacted-copy: a redacted copy of one objection (desk/redaction.h), made and
// taken out.
#ifndef INTAKE_OFFICE_REDACTION_PAGE_H_
#define INTAKE_OFFICE_REDACTION_PAGE_H_

#include "intake/office/desk_page.h"

namespace gongshi {

// GET /redaction?number=: the original, and beside it the text of the next copy, to be gone on
// with. 409 when it was erased. Requires somebody who may handle cases.
Answer show_redaction(const Desk& desk, const Request& request);

// POST /redaction: keeps the copy that was sent, then sends the browser back to the case. 409 when
// somebody did something since the page was shown, 422 for each reason of desk/redaction.h: then
// the page comes again with what was typed. Requires somebody who may handle cases.
Answer take_redaction(const Desk& desk, const Request& request);

// GET /redacted-copy?number=&format=: the newest copy, to be saved: the paper, or with the format
// "text" its text alone. 409 while there is none.
Answer send_redacted_copy(const Desk& desk, const Request& request);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_REDACTION_PAGE_H_
