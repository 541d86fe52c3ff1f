// GET and POST /status: what became of an objection, for its number and code.
#ifndef INTAKE_HTTP_STATUS_ROUTES_H_
#define INTAKE_HTTP_STATUS_ROUTES_H_

#include "intake/http/intake.h"
#include "intake/http/message.h"

namespace gongshi {

// GET: the form, with the number of the query in it (a code never stands in an address).
// POST `number` and `code` with `step` = supplement, `form_id`, and `note`, files `evidence` or
// both; or `step` = withdraw and `confirm` = on: takes the step, then shows how the objection
// stands. 422 when a field or a file is wrong, 409 when the step may not be taken any more or the
// form brought another supplement, 503 when it could not be stored; the note is on the page again,
// and files that were fine stay attached to its form. POST `number` and `code` alone: 200 with
// state, decisions, replies, the files and the receipt; with `download` = record, opening or proof,
// that text as a file; with newest-proof, the proof under the log's newest head; with evidence-1,
// evidence-2 …, that file as it was sent, always to be saved, never to be shown. 422 when one is
// missing. 404 when they do not belong together, the same for a number that nobody has and for a
// code of another one. 429 after too many that did not belong together, from one network or about
// one number; the right code of a number is always answered.
Answer show_status(const Intake& intake, const Request& request);

}  // namespace gongshi

#endif  // INTAKE_HTTP_STATUS_ROUTES_H_
