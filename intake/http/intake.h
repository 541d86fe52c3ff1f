// What the routes of this folder share while they answer one request.
#ifndef INTAKE_HTTP_INTAKE_H_
#define INTAKE_HTTP_INTAKE_H_

#include "generator/notice/error.h"
#include "intake/http/log.h"
#include "intake/http/message.h"
#include "intake/http/pages.h"
#include "intake/register/register.h"

namespace gongshi {

struct Intake {
  const PageFrame& frame;
  Register& reg;
  const Log& log;
};

// The register failed: 503 to the client, the reason to the log. A Corrupt register is 503 as well:
// nothing that the client does differently would help.
Answer unavailable(const Intake& intake, const Request& request, const Error& reason);

}  // namespace gongshi

#endif  // INTAKE_HTTP_INTAKE_H_
