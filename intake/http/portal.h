// All routes of the citizens' daemon: a request in, an answer out. No socket here.
#ifndef INTAKE_HTTP_PORTAL_H_
#define INTAKE_HTTP_PORTAL_H_

#include <chrono>
#include <memory>
#include <string_view>

#include "intake/http/clock.h"
#include "intake/http/intake.h"
#include "intake/http/log.h"
#include "intake/http/manifest_source.h"
#include "intake/http/message.h"
#include "intake/http/metrics.h"
#include "intake/http/pages.h"
#include "intake/http/problem.h"
#include "intake/http/rate_limits.h"
#include "intake/http/responder.h"
#include "intake/http/static_site.h"
#include "intake/register/register.h"
#include "site-templates/template_set.h"

namespace gongshi {

// What the daemon answers from.
struct PortalParts {
  StaticSite site;
  ManifestSource manifests;
  Register reg;
  TemplateSet templates;
  Clock clock;
  Log log;
  Rates rates = {};
};

// Threads: any may call, at the same time.
class Portal final : public Responder {
 public:
  explicit Portal(PortalParts parts);

  Instant now() const override { return parts_.clock.now(); }
  std::vector<std::string_view> form_paths() const override;
  std::optional<Problem> refuse_head(const RequestHead& head) const override;
  EvidenceFiles* evidence() const override { return &parts_.reg.evidence(); }

  // What a library throws below is an Internal problem, and logged.
  Answer answer(const Request& request) override;
  Answer refuse(Problem problem, std::string_view path, bool wants_json,
                std::string_view request_id) override;

  const Log& log() const override { return parts_.log; }
  Metrics& metrics() override { return metrics_; }
  Answer show_metrics() const override;

  // Register::sweep_evidence(); what goes wrong is logged.
  void sweep_evidence(std::chrono::system_clock::time_point now) const;

 private:
  Intake intake_for(const PageFrame& frame);
  Answer route(const PageFrame& frame, const Request& request);
  Answer serve_tile(const PageFrame& frame, const Request& request);
  Answer show_no_file(const PageFrame& frame, const Request& request);
  Answer check_health(const PageFrame& frame, const Request& request);
  std::optional<Demonstration> demonstration_at(Instant now) const;
  PageFrame frame_for(const Manifest& manifest, Instant now) const;

  PortalParts parts_;
  RateLimits limits_;
  Metrics metrics_;
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_PORTAL_H_
