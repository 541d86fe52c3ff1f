// /register: a letter, a call, a fax, an e-mail or a visit is registered in the browser, and its
// receipt shown once, to be printed (desk/registration.h). Files that came with it are registered
// with the command; the browser sends none here.
#ifndef INTAKE_OFFICE_REGISTER_PAGE_H_
#define INTAKE_OFFICE_REGISTER_PAGE_H_

#include "intake/office/desk_page.h"

namespace gongshi {

// GET /register: the notices to choose from; with ?notice= the form for that one. 404 for a notice
// that the site does not have.
Answer show_register_form(const Desk& desk, const Request& request);

// POST /register: the receipt with its code, which is never shown again; the same form again gives
// the same receipt. 422 or 409, and the form with what was typed, when something is wrong. Whoever
// registers is recorded. Requires somebody who may handle cases.
Answer take_registration(const Desk& desk, const Request& request);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_REGISTER_PAGE_H_
