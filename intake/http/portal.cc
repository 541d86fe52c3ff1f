#include "intake/http/portal.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <utility>

#include "intake/http/objection_routes.h"
#include "intake/http/request_rules.h"
#include "intake/http/routes.h"
#include "intake/http/status_routes.h"

namespace gongshi {
namespace {

Answer make_text(std::string text) {
  return {.content_type = std::string(kPlainText),
          .body = std::move(text),
          .headers = {{"Cache-Control", "no-cache"}}};
}

// Answered here, whatever lies in the site's folder.
bool is_routed(std::string_view path) {
  constexpr std::string_view kPaths[] = {route::kObjections, route::kNewObjection,
                                         route::kStatus,     route::kHealth,
                                         route::kLogKey,     route::kCheckpoint};
  return std::ranges::find(kPaths, path) != std::end(kPaths) || path.starts_with(route::kTiles);
}

Answer named(std::string_view route, Answer answer) {
  answer.route = route;
  return answer;
}

}  // namespace

Portal::Portal(PortalParts parts) : parts_(std::move(parts)), limits_(parts_.rates) {}

std::vector<std::string_view> Portal::form_paths() const {
  return {route::kObjections, route::kStatus};
}

std::optional<Problem> Portal::refuse_head(const RequestHead& head) const {
  return gongshi::refuse_head(head, rules_of(head.path));
}

Intake Portal::intake_for(const PageFrame& frame) {
  return {
      .frame = frame, .reg = parts_.reg, .log = parts_.log, .limits = limits_, .metrics = metrics_};
}

std::optional<Demonstration> Portal::demonstration_at(Instant now) const {
  if (!parts_.clock.is_demonstration()) return std::nullopt;
  return demonstrate(parts_.templates, now);
}

PageFrame Portal::frame_for(const Manifest& manifest, Instant now) const {
  return {
      .templates = parts_.templates, .manifest = manifest, .demonstration = demonstration_at(now)};
}

void Portal::sweep_evidence(std::chrono::system_clock::time_point now) const {
  const Result<void> swept = parts_.reg.sweep_evidence(now);
  if (!swept) parts_.log(Severity::Error, "files were not swept: " + swept.error().message);
}

Answer Portal::answer(const Request& request) {
  try {
    // What is read most, and needs nothing else.
    if (!is_routed(request.path)) {
      auto file = parts_.site.find(request, demonstration_at(request.received_at));
      if (file) return *std::move(file);
    }
    const auto manifest = parts_.manifests.current();  // the same one until the answer is made
    return route(frame_for(*manifest, request.received_at), request);
  } catch (const std::exception& bug) {
    parts_.log(Severity::Error, "a request failed by a bug of ours",
               {{"request", request.id}, {"what", bug.what()}});
    const auto manifest = parts_.manifests.current();
    const PageFrame frame = frame_for(*manifest, request.received_at);
    return make_problem(frame, Problem::Internal, request.wants_json(), request.id);
  }
}

Answer Portal::refuse(Problem problem, std::string_view path, bool wants_json,
                      std::string_view request_id) {
  const auto manifest = parts_.manifests.current();
  const PageFrame frame = frame_for(*manifest, now());
  Answer answer = make_problem(frame, problem, wants_json, request_id);
  answer.route = "refused";
  if (problem == Problem::MethodNotAllowed) {
    answer.headers.emplace_back("Allow", rules_of(path).methods);
  }
  return answer;
}

Answer Portal::show_metrics() const {
  return {.content_type = std::string(kPrometheusText),
          .body = metrics_.expose(
              {.filings_waiting = parts_.reg.waiting(),
               .manifest_reload_failures = parts_.manifests.count_reload_failures()}),
          .headers = {{"Cache-Control", "no-store"}},
          .route = "metrics"};
}

Answer Portal::route(const PageFrame& frame, const Request& request) {
  const Intake intake = intake_for(frame);
  if (request.path == route::kObjections) {
    return named("objections", take_objection(intake, request));
  }
  if (request.path == route::kNewObjection) {
    return named("objections.new", show_form(intake, request));
  }
  if (request.path == route::kStatus) return named("status", show_status(intake, request));
  if (request.path == route::kHealth) return named("healthz", check_health(frame, request));
  if (request.path == route::kLogKey) {
    return named("log.key", make_text(parts_.reg.verifier_key() + "\n"));
  }
  if (request.path == route::kCheckpoint) {
    auto checkpoint = parts_.reg.checkpoint();
    return named("log.checkpoint", checkpoint ? make_text(std::move(*checkpoint))
                                              : unavailable(intake, request, checkpoint.error()));
  }
  if (request.path.starts_with(route::kTiles)) return named("log.tile", serve_tile(frame, request));
  return named("static", show_no_file(frame, request));
}

// What a tile holds is settled when it is there, even a part of one: caches may keep it for good.
Answer Portal::serve_tile(const PageFrame& frame, const Request& request) {
  auto tile = parts_.reg.tile(std::string_view(request.path).substr(route::kTiles.size()));
  if (tile) {
    return {.content_type = "application/octet-stream",
            .body = *std::move(tile),
            .headers = {{"Cache-Control", "public, max-age=31536000, immutable"}}};
  }
  if (tile.error().kind == ErrorKind::NotFound) {
    return make_problem(frame, Problem::NotFound, request.wants_json(), request.id);
  }
  return unavailable(intake_for(frame), request, tile.error());
}

Answer Portal::show_no_file(const PageFrame& frame, const Request& request) {
  if (!request.wants_json()) {
    Request not_found;
    not_found.path = "/404.html";
    if (auto page = parts_.site.find(not_found, frame.demonstration)) {
      page->status = status_of(Problem::NotFound);
      page->headers = {{"Cache-Control", "no-store"}};
      return std::move(*page);
    }
  }
  return make_problem(frame, Problem::NotFound, request.wants_json(), request.id);
}

Answer Portal::check_health(const PageFrame& frame, const Request& request) {
  const Intake intake = intake_for(frame);
  const auto writable = parts_.reg.probe_write(request.received_at);
  return writable ? make_text("ok\n") : unavailable(intake, request, writable.error());
}

}  // namespace gongshi
