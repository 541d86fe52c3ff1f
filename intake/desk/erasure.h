// Erasing what was written in and about an objection (删除): after the retention period, or because
// its objector asked for it. It cannot be undone; backups of the data folder have to go too.
#ifndef INTAKE_DESK_ERASURE_H_
#define INTAKE_DESK_ERASURE_H_

#include <string_view>

#include "generator/notice/error.h"
#include "intake/register/register.h"

namespace gongshi {

// Invalid when the basis is no identifier (a-z, 0-9, hyphens) or nobody stands for it; NotFound for
// an unknown number; Conflict when who stands for it is recused, and while the notice is not
// closed: until then the objection is handled, and its window may still run. An objection that is
// erased already stays as it was erased, and what a crash left undone is finished. Else what the
// register says.
Result<void> erase_objection(Register& reg, std::string_view number, const Erasure& erasure);

}  // namespace gongshi

#endif  // INTAKE_DESK_ERASURE_H_
