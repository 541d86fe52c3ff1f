#include "intake/http/intake.h"

namespace gongshi {

Answer unavailable(const Intake& intake, const Request& request, const Error& reason) {
  intake.log(Severity::Error, "the register failed",
             {{"request", request.id}, {"reason", reason.message}});
  return make_problem(intake.frame, Problem::Unavailable, request.wants_json(), request.id);
}

Answer rate_limited(const Intake& intake, const Request& request, std::chrono::seconds wait) {
  Answer answer =
      make_problem(intake.frame, Problem::RateLimited, request.wants_json(), request.id);
  ask_to_retry(answer, wait);
  return answer;
}

std::size_t in_minutes(std::chrono::seconds wait) {
  return static_cast<std::size_t>(std::chrono::ceil<std::chrono::minutes>(wait).count());
}

}  // namespace gongshi
