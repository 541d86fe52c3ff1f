// The only way to what people wrote in an objection.
//
// Invariants: nothing that people wrote comes through unless the register has recorded, durably,
// who is about to read it; and nothing of an objection, not even how it stands, reaches an account
// that is recused from it (DOMAIN R21).
#ifndef INTAKE_OFFICE_CASE_DOOR_H_
#define INTAKE_OFFICE_CASE_DOOR_H_

#include <string_view>

#include "intake/desk/case_file.h"
#include "intake/office/desk_page.h"

namespace gongshi {

// Opened with the office's key for this view alone, or what the browser is told instead: 404 for a
// number that nobody has; 403, and the attempt is recorded, for who is recused. `what` is of
// access_words.h.
tl::expected<CaseFile, Answer> open_case_for(const Desk& desk, const Request& request,
                                             std::string_view number, std::string_view what);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_CASE_DOOR_H_
