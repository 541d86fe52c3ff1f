#include "intake/http/intake.h"

#include <fmt/format.h>

namespace gongshi {

Answer unavailable(const Intake& intake, const Request& request, const Error& reason) {
  intake.log(Severity::Error, fmt::format("request={} register: {}", request.id, reason.message));
  return make_problem(intake.frame, Problem::Unavailable, request.wants_json(), request.id);
}

}  // namespace gongshi
