// GET /: every objection on a line, to work through, with its next deadline; beside them how many
// fall due in the week, and how each window runs.
#ifndef INTAKE_OFFICE_INBOX_PAGE_H_
#define INTAKE_OFFICE_INBOX_PAGE_H_

#include "intake/office/desk_page.h"

namespace gongshi {

// By the query: of one `notice`, in one `state` (objection_state.h), `urgency` alarm, overdue
// or due (deadlines.h), `unread` ones (that whoever asks has not opened at the desk), `page` (1 and
// up). What it does not know it takes as not said. Needs no key: nothing that people wrote stands
// on it.
Answer show_inbox(const Desk& desk, const Request& request);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_INBOX_PAGE_H_
