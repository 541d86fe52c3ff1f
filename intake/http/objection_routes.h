// GET /objections/new and POST /objections.
#ifndef INTAKE_HTTP_OBJECTION_ROUTES_H_
#define INTAKE_HTTP_OBJECTION_ROUTES_H_

#include "intake/http/intake.h"
#include "intake/http/message.h"

namespace gongshi {

// The form for the notice of the query, with a fresh form id and the candidate of the query chosen;
// outside the window a page that says when, and which other ways there are; 404 for a notice that
// does not exist.
Answer show_form(const Intake& intake, const Request& request);

// 201 with the receipt, as a page or as JSON. 422 with the form again, every value kept, or one
// JSON error for each field. 409 when the notice takes no objections now. 503 when the register
// fails, and 429 when too many come from one network or about one notice, with the text kept. A
// form that was filed before gets its receipt again before anything else is looked at. Files that
// were fine stay attached to a form that is shown again; those of a request that files nothing and
// shows no form are removed.
Answer take_objection(const Intake& intake, const Request& request);

}  // namespace gongshi

#endif  // INTAKE_HTTP_OBJECTION_ROUTES_H_
