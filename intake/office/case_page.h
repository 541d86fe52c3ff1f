// /case, /evidence and /statement-request: one objection, opened with the office's key for this
// view alone, through case_door.h.
#ifndef INTAKE_OFFICE_CASE_PAGE_H_
#define INTAKE_OFFICE_CASE_PAGE_H_

#include "intake/office/desk_page.h"

namespace gongshi {

// GET /case?number=: what came in, what was done about it, and a form for each step that may
// follow, for who may take it. 404 for a number that nobody has.
Answer show_case(const Desk& desk, const Request& request);

// POST /case: takes the step that the form names, then sends the browser back to the case. 409 when
// it may not follow, or when somebody did something since the form was shown; 422 when something is
// missing. Then the page comes again with what was typed. 403 for who may not take that step. Who
// recuses themselves is sent to the inbox: the case is closed to them.
Answer take_step(const Desk& desk, const Request& request);

// GET /evidence?number=&file=: one of its files, to be saved and never shown; 1 is the first.
Answer send_file(const Desk& desk, const Request& request);

// GET /statement-request?number=: the paper of office/statement_request.h, to be saved and printed.
// 409 while there is no paraphrase. Requires somebody who may handle cases.
Answer send_statement_request(const Desk& desk, const Request& request);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_CASE_PAGE_H_
