// /case and /evidence: one objection, opened with the office's key for this view alone.
//
// Invariant: nothing that people wrote leaves this file unless the register has recorded, durably,
// who is about to read it.
#ifndef INTAKE_OFFICE_CASE_PAGE_H_
#define INTAKE_OFFICE_CASE_PAGE_H_

#include "intake/office/desk_page.h"

namespace gongshi {

// GET /case?number=: what came in, what was done about it, and a form for each step that may
// follow, for who may take it. 404 for a number that nobody has.
Answer show_case(const Desk& desk, const Request& request);

// POST /case: takes the step that the form names, then sends the browser back to the case. 409 when
// it may not follow, or when somebody did something since the form was shown; 422 when something is
// missing. Then the page comes again with what was typed. Requires somebody who may handle cases.
Answer take_step(const Desk& desk, const Request& request);

// GET /evidence?number=&file=: one of its files, to be saved and never shown; 1 is the first.
Answer send_file(const Desk& desk, const Request& request);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_CASE_PAGE_H_
