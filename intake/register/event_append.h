// Appending steps to histories, several in one transaction. Inside register/ only; throws
// SQLite::Exception.
#ifndef INTAKE_REGISTER_EVENT_APPEND_H_
#define INTAKE_REGISTER_EVENT_APPEND_H_

#include <span>

#include "generator/notice/error.h"
#include "intake/register/register.h"
#include "intake/register/session.h"

namespace gongshi {

// As Register::append_events() says. Requires a transaction that may write, and that its caller
// rolls back after an error: a part of the steps may be stored then.
Result<void> append_events(Session& writer, std::span<const NewEvent> events,
                           std::span<const SeenObjection> seen);

}  // namespace gongshi

#endif  // INTAKE_REGISTER_EVENT_APPEND_H_
