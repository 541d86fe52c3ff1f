// Pages in the frame of the site: what every page of the daemon has in common.
#ifndef INTAKE_HTTP_PAGES_H_
#define INTAKE_HTTP_PAGES_H_

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "generator/notice/json.h"
#include "generator/notice/manifest.h"
#include "intake/http/demonstration.h"
#include "intake/http/message.h"
#include "intake/http/problem.h"
#include "site-templates/template_set.h"

namespace gongshi {

// Where a page is made: for one request, with the manifest of that request.
struct PageFrame {
  const TemplateSet& templates;
  const Manifest& manifest;
  std::optional<Demonstration> demonstration;  // nothing with a real clock
};

// A demonstration's clock stands at `now`.
Demonstration demonstrate(const TemplateSet& templates, Instant now);

// pages/<name>.mustache inside the layout; `data` is what the page itself takes. Never cached:
// these pages hold secrets or depend on the clock. Throws std::runtime_error, which
// Portal::answer() logs and answers, when a template that an office changed cannot be filled.
Answer make_page(const PageFrame& frame, int status, std::string_view name, std::string_view title,
                 Json data);

// What was sent, up to the first byte that is no UTF-8: a page must be UTF-8 throughout.
std::string printable(std::string_view sent);

// {"error":{"code","message",…}}; `more` is merged into the inner object.
Answer make_json_error(int status, std::string_view code, std::string_view message,
                       const Json& more = Json::object());

Answer make_json(int status, std::string body);

// As a page, or as JSON for who asked for it; in plain text when even the template of that page
// cannot be filled. `request_id` may be empty. Unavailable says when to come back.
Answer make_problem(const PageFrame& frame, Problem problem, bool wants_json,
                    std::string_view request_id);

// The header Retry-After.
void ask_to_retry(Answer& answer, std::chrono::seconds after);

// The other ways to object, as pages list them: [{label, value, hours}].
Json describe_channels(const TemplateSet& templates, const ManifestNotice& notice);

}  // namespace gongshi

#endif  // INTAKE_HTTP_PAGES_H_
