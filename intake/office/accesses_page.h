// GET /accesses: who opened what, newest first, `page` by page.
#ifndef INTAKE_OFFICE_ACCESSES_PAGE_H_
#define INTAKE_OFFICE_ACCESSES_PAGE_H_

#include "intake/office/desk_page.h"

namespace gongshi {

// Requires somebody who may read it.
Answer show_accesses(const Desk& desk, const Request& request);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_ACCESSES_PAGE_H_
