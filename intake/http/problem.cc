#include "intake/http/problem.h"

#include <algorithm>

namespace gongshi {
namespace {

struct Description {
  Problem problem;
  int status;
  std::string_view code;
};

constexpr Description kDescriptions[] = {
    {Problem::BadRequest, 400, "bad_request"},
    {Problem::CrossSite, 403, "cross_site"},
    {Problem::NotFound, 404, "not_found"},
    {Problem::MethodNotAllowed, 405, "method_not_allowed"},
    {Problem::RequestTimeout, 408, "request_timeout"},
    {Problem::LengthRequired, 411, "length_required"},
    {Problem::TooLarge, 413, "too_large"},
    {Problem::UnsupportedType, 415, "unsupported_type"},
    {Problem::RateLimited, 429, "rate_limited"},
    {Problem::HeadTooLarge, 431, "head_too_large"},
    {Problem::Internal, 500, "internal"},
    {Problem::Unavailable, 503, "unavailable"},
};

static_assert(std::size(kDescriptions) == kAllProblems.size());

const Description& description_of(Problem problem) {
  return *std::ranges::find(kDescriptions, problem, &Description::problem);
}

}  // namespace

int status_of(Problem problem) { return description_of(problem).status; }

std::string_view code_of(Problem problem) { return description_of(problem).code; }

}  // namespace gongshi
