// The ways in which a request fails that have nothing to do with what is in a form.
#ifndef INTAKE_HTTP_PROBLEM_H_
#define INTAKE_HTTP_PROBLEM_H_

#include <array>
#include <string_view>

namespace gongshi {

enum class Problem {
  BadRequest,        // 400: nonsense on the wire, broken multipart
  CrossSite,         // 403: sent by another site's page
  NotFound,          // 404
  MethodNotAllowed,  // 405, with Allow
  RequestTimeout,    // 408: the request did not arrive whole in time, or others needed its place
  LengthRequired,    // 411
  TooLarge,          // 413
  UnsupportedType,   // 415
  RateLimited,       // 429, with Retry-After: too many from there, or about that
  HeadTooLarge,      // 431
  Internal,          // 500: our own bug
  Unavailable,       // 503, with Retry-After: the register cannot be written or read now
};

inline constexpr std::array kAllProblems = {
    Problem::BadRequest,     Problem::CrossSite,      Problem::NotFound, Problem::MethodNotAllowed,
    Problem::RequestTimeout, Problem::LengthRequired, Problem::TooLarge, Problem::UnsupportedType,
    Problem::RateLimited,    Problem::HeadTooLarge,   Problem::Internal, Problem::Unavailable};

int status_of(Problem problem);

// "bad_request" and the like: in JSON, and in the keys of messages.json "problem.<code>.title" and
// "problem.<code>.sentence".
std::string_view code_of(Problem problem);

}  // namespace gongshi

#endif  // INTAKE_HTTP_PROBLEM_H_
