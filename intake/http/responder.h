// What stands behind a Server: the citizens' portal (portal.h), or the office's desk
// (intake/office/desk_site.h). The server brings complete requests, one at a time on each of its
// threads, and takes the answers away.
#ifndef INTAKE_HTTP_RESPONDER_H_
#define INTAKE_HTTP_RESPONDER_H_

#include <string_view>
#include <vector>

#include "intake/http/log.h"
#include "intake/http/message.h"
#include "intake/http/metrics.h"
#include "intake/http/problem.h"
#include "intake/http/request_rules.h"
#include "intake/register/evidence_files.h"

namespace gongshi {

// Threads: any may call, at the same time. Nothing here throws.
class Responder {
 public:
  Responder() = default;
  Responder(const Responder&) = delete;
  Responder& operator=(const Responder&) = delete;
  virtual ~Responder() = default;

  // The instant that a request complete now was received at.
  virtual Instant now() const = 0;

  // The paths that take a POST: of letters and slashes alone.
  virtual std::vector<std::string_view> form_paths() const = 0;
  // What is refused on sight of a head.
  virtual std::optional<Problem> refuse_head(const RequestHead& head) const = 0;
  // Where the files of a form go while it comes in; null where forms carry none.
  virtual EvidenceFiles* evidence() const = 0;

  // Answers a complete request that refuse_head() let pass.
  virtual Answer answer(const Request& request) = 0;
  // The answer to a request that got no further than the door.
  virtual Answer refuse(Problem problem, std::string_view path, bool wants_json,
                        std::string_view request_id) = 0;

  virtual const Log& log() const = 0;
  virtual Metrics& metrics() = 0;
  // For the operator only: Server decides on which address.
  virtual Answer show_metrics() const = 0;
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_RESPONDER_H_
