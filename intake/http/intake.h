// What the routes of this folder share while they answer one request.
#ifndef INTAKE_HTTP_INTAKE_H_
#define INTAKE_HTTP_INTAKE_H_

#include "generator/notice/error.h"
#include "intake/http/log.h"
#include "intake/http/message.h"
#include "intake/http/metrics.h"
#include "intake/http/pages.h"
#include "intake/http/rate_limits.h"
#include "intake/register/register.h"

namespace gongshi {

struct Intake {
  const PageFrame& frame;
  Register& reg;
  const Log& log;
  RateLimits& limits;
  Metrics& metrics;
};

// The register failed: 503 to the client, the reason to the log. A Corrupt register is 503 as well:
// nothing that the client does differently would help.
Answer unavailable(const Intake& intake, const Request& request, const Error& reason);

// A bar was reached: 429, and when to come back.
Answer rate_limited(const Intake& intake, const Request& request, std::chrono::seconds wait);

// As a page says it: in whole minutes, at least one.
std::size_t in_minutes(std::chrono::seconds wait);

}  // namespace gongshi

#endif  // INTAKE_HTTP_INTAKE_H_
