#include "intake/http/status_routes.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

#include "generator/notice/utf8.h"
#include "intake/filing/status.h"
#include "intake/http/receipt_page.h"
#include "intake/seal/receipt_code.h"

namespace gongshi {
namespace {

constexpr std::string_view kNumber = "number";
constexpr std::string_view kCode = "code";
constexpr std::string_view kDownload = "download";

struct LookupError {
  std::string_view field;
  std::string_view code;    // missing, not_found, or rate_limited
  std::size_t minutes = 0;  // until one may try again
};

std::string message_for(const TemplateSet& templates, const LookupError& error) {
  return templates.message(fmt::format("status.error.{}.{}", error.field, error.code),
                           {{"minutes", std::to_string(error.minutes)}});
}

Answer make_lookup_page(const PageFrame& frame, int status, std::string_view number,
                        std::string_view code, const std::vector<LookupError>& errors) {
  const auto error_at = [&](std::string_view field) {
    for (const LookupError& error : errors) {
      if (error.field == field) return message_for(frame.templates, error);
    }
    return std::string();
  };
  Json list = Json::array();
  for (const LookupError& error : errors) {
    list.push_back({{"anchor", error.field}, {"message", message_for(frame.templates, error)}});
  }
  const std::string title =
      frame.templates.message(errors.empty() ? "status.title" : "status.title_with_errors");
  return make_page(frame, status, "status-form", title,
                   {{"errors", list},
                    {"has_errors", !errors.empty()},
                    {"number", {{"value", printable(number)}, {"error", error_at(kNumber)}}},
                    {"code", {{"value", printable(code)}, {"error", error_at(kCode)}}}});
}

Answer show_missing(const Intake& intake, const Request& request,
                    const std::vector<LookupError>& errors) {
  if (!request.wants_json()) {
    return make_lookup_page(intake.frame, 422, request.form.value(kNumber),
                            request.form.value(kCode), errors);
  }
  Json list = Json::array();
  for (const LookupError& error : errors) {
    list.push_back({{"field", error.field},
                    {"code", error.code},
                    {"message", message_for(intake.frame.templates, error)}});
  }
  return make_json(422, Json{{"errors", list}}.dump() + "\n");
}

Answer show_rate_limited(const Intake& intake, const Request& request, std::chrono::seconds wait) {
  Answer problem = rate_limited(intake, request, wait);
  if (request.wants_json()) return problem;
  Answer page = make_lookup_page(
      intake.frame, problem.status, request.form.value(kNumber), request.form.value(kCode),
      {{.field = kNumber, .code = "rate_limited", .minutes = in_minutes(wait)}});
  page.headers = std::move(problem.headers);
  return page;
}

Answer show_not_found(const Intake& intake, const Request& request) {
  const auto wait = intake.limits.take_wrong_code(
      request.network, trim_blanks(request.form.value(kNumber)), request.arrived_at);
  if (wait) return show_rate_limited(intake, request, *wait);
  const LookupError error{.field = kNumber, .code = "not_found"};
  if (request.wants_json()) {
    return make_json_error(404, error.code, message_for(intake.frame.templates, error));
  }
  return make_lookup_page(intake.frame, 404, request.form.value(kNumber), request.form.value(kCode),
                          {error});
}

Json describe_steps(const PageFrame& frame, const Status& status) {
  Json steps = Json::array();
  for (const StatusStep& step : status.steps) {
    const bool decided = step.kind == EventKind::Decided;
    steps.push_back({{"at", chinese_instant(step.at)},
                     {"label", frame.templates.message(decided ? "status.step.decided"
                                                               : "status.step.replied")},
                     {"outcome", step.outcome ? std::string(chinese(*step.outcome)) : ""},
                     {"text", step.text}});
  }
  return steps;
}

Answer make_status_page(const PageFrame& frame, const Status& status) {
  const auto outcome = status.outcome();
  const Objection& objection = status.record.objection;
  return make_page(frame, 200, "status", frame.templates.message("status.title_found"),
                   {{"receipt", describe_receipt(frame, status.receipt)},
                    {"state", outcome ? std::string(chinese(*outcome))
                                      : frame.templates.message("status.state.registered")},
                    {"medium", std::string(chinese(status.record.medium))},
                    {"grounds", std::string(chinese(objection.grounds))},
                    {"identity", std::string(chinese(objection.identity))},
                    {"steps", describe_steps(frame, status)}});
}

// Nothing for a word that is none of the three.
std::optional<std::pair<std::string, const std::string*>> find_download(const Receipt& receipt,
                                                                        std::string_view what) {
  if (what == "record") return std::pair(receipt.number + ".record.txt", &receipt.record);
  if (what == "opening") return std::pair(receipt.number + ".opening.txt", &receipt.opening);
  if (what == "proof") return std::pair(receipt.number + ".tlog-proof", &receipt.proof);
  return std::nullopt;
}

Answer make_download(const std::string& file_name, const std::string& text) {
  return {
      .content_type = std::string(kPlainText),
      .body = text,
      .headers = {{"Content-Disposition", fmt::format("attachment; filename=\"{}\"", file_name)},
                  {"Cache-Control", "no-store"}}};
}

Answer look_up(const Intake& intake, const Request& request) {
  const std::string_view number = trim_blanks(request.form.value(kNumber));
  const std::string_view typed_code = trim_blanks(request.form.value(kCode));
  std::vector<LookupError> missing;
  if (number.empty()) missing.push_back({.field = kNumber, .code = "missing"});
  if (typed_code.empty()) missing.push_back({.field = kCode, .code = "missing"});
  if (!missing.empty()) return show_missing(intake, request, missing);
  if (const auto wait = intake.limits.wait_before_lookup(request.network, request.arrived_at)) {
    return show_rate_limited(intake, request, *wait);
  }
  const auto code = ReceiptCode::parse(typed_code);
  if (!code) return show_not_found(intake, request);
  const auto found = look_up_status(intake.reg, number, *code);
  if (!found) return unavailable(intake, request, found.error());
  const std::optional<Status>& status = *found;
  if (!status) return show_not_found(intake, request);
  if (const auto file = find_download(status->receipt, request.form.value(kDownload))) {
    return make_download(file->first, *file->second);
  }
  return request.wants_json() ? make_json(200, to_json(*status))
                              : make_status_page(intake.frame, *status);
}

}  // namespace

Answer show_status(const Intake& intake, const Request& request) {
  if (request.method == "POST") return look_up(intake, request);
  return make_lookup_page(intake.frame, 200, request.parameter(kNumber), {}, {});
}

}  // namespace gongshi
