#include "intake/http/status_routes.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/notice/utf8.h"
#include "intake/filing/limits.h"
#include "intake/filing/objection_form.h"
#include "intake/filing/objector_steps.h"
#include "intake/filing/status.h"
#include "intake/filing/supplement.h"
#include "intake/http/evidence_download.h"
#include "intake/http/form_files.h"
#include "intake/http/problem.h"
#include "intake/http/status_page.h"
#include "intake/seal/receipt_code.h"

namespace gongshi {
namespace {

constexpr std::string_view kNumber = "number";
constexpr std::string_view kCode = "code";
constexpr std::string_view kDownload = "download";
constexpr std::string_view kLookup = "lookup";  // what metrics call this form

struct LookupError {
  std::string_view field;
  std::string_view code;    // missing, mistyped, not_found, erased, rate_limited or unavailable
  std::size_t minutes = 0;  // until one may try again
  std::string reason = {};  // of mistyped: what is wrong with it; of erased: the day
};

std::string message_for(const TemplateSet& templates, const LookupError& error) {
  return templates.message(fmt::format("status.error.{}.{}", error.field, error.code),
                           {{"minutes", std::to_string(error.minutes)}, {"reason", error.reason}});
}

// What was typed stands on it again, a note that was to be added too.
Answer make_lookup_page(const PageFrame& frame, int status, const Request& request,
                        std::string_view number, const std::vector<LookupError>& errors) {
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
  return make_page(
      frame, status, "status-form", title,
      {{"errors", list},
       {"has_errors", !errors.empty()},
       {"number", {{"value", printable(number)}, {"error", error_at(kNumber)}}},
       {"code", {{"value", printable(request.form.value(kCode))}, {"error", error_at(kCode)}}},
       {"kept_note", printable(request.form.value(field::kNote))}});
}

Answer show_lookup_errors(const Intake& intake, const Request& request,
                          const std::vector<LookupError>& errors) {
  for (const LookupError& error : errors) {
    intake.metrics.count_form_error(kLookup, error.field, error.code);
  }
  if (!request.wants_json()) {
    return make_lookup_page(intake.frame, 422, request, request.form.value(kNumber), errors);
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
  intake.metrics.count_form_error(kLookup, kNumber, "rate_limited");
  if (request.wants_json()) return problem;
  Answer page =
      make_lookup_page(intake.frame, problem.status, request, request.form.value(kNumber),
                       {{.field = kNumber, .code = "rate_limited", .minutes = in_minutes(wait)}});
  page.headers = std::move(problem.headers);
  return page;
}

Answer show_not_found(const Intake& intake, const Request& request) {
  const auto wait = intake.limits.take_wrong_code(
      request.network, trim_blanks(request.form.value(kNumber)), request.arrived_at);
  if (wait) return show_rate_limited(intake, request, *wait);
  const LookupError error{.field = kNumber, .code = "not_found"};
  intake.metrics.count_form_error(kLookup, error.field, error.code);
  if (request.wants_json()) {
    return make_json_error(404, error.code, message_for(intake.frame.templates, error));
  }
  return make_lookup_page(intake.frame, 404, request, request.form.value(kNumber), {error});
}

Answer show_unavailable(const Intake& intake, const Request& request, const Error& reason) {
  Answer problem = unavailable(intake, request, reason);
  if (request.wants_json()) return problem;
  Answer page = make_lookup_page(intake.frame, problem.status, request, request.form.value(kNumber),
                                 {{.field = kNumber, .code = "unavailable"}});
  page.headers = std::move(problem.headers);
  return page;
}

Answer show_erased(const Intake& intake, const Request& request, const Erasure& erasure) {
  constexpr int kGone = 410;
  const LookupError error{
      .field = kNumber, .code = "erased", .reason = chinese_date(date_of(erasure.at))};
  if (request.wants_json()) {
    return make_json_error(kGone, error.code, message_for(intake.frame.templates, error));
  }
  return make_lookup_page(intake.frame, kGone, request, request.form.value(kNumber), {error});
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

// That the log still holds the objection, under its newest head.
Answer send_newest_proof(const Intake& intake, const Request& request, const Receipt& receipt) {
  const auto row = intake.reg.find_by_number(receipt.number);
  if (!row) return show_unavailable(intake, request, row.error());
  const Result<std::string> proof = intake.reg.newest_proof(row->value());
  if (!proof) return show_unavailable(intake, request, proof.error());
  return make_download(receipt.number + ".newest.tlog-proof", *proof);
}

using StepOutcome = Result<std::optional<StepRefusal>>;

FieldError wrong_step(std::string_view code) {
  return {.field = status_field::kStep, .code = code, .limit = kSupplementCountMax};
}

// What a step that was tried came to, in words for the page.
void tell(const Intake& intake, const Request& request, const StepOutcome& outcome,
          StatusNotice& notice) {
  if (!outcome) {
    intake.log(Severity::Error, "the register failed",
               {{"request", request.id}, {"reason", outcome.error().message}});
    notice.status = status_of(Problem::Unavailable);
    notice.errors = {wrong_step("not_stored")};
  } else if (const std::optional<StepRefusal>& refused = *outcome) {
    notice.status = 409;
    notice.errors = {wrong_step(code_of(*refused))};
  }
}

// What was written and what was attached stand on the page again, in a form that may be sent.
void keep(const Intake& intake, const Request& request, FormFiles& files, StatusNotice& notice) {
  const bool is_used = notice.errors.front().code == code_of(StepRefusal::FormUsed);
  if (is_used) {
    const FormId fresh = intake.reg.form_issuer().issue(request.received_at);
    files.keep_for(fresh);
    notice.form_id = fresh.text();
  } else {
    notice.form_id = files.keep().text();
  }
  notice.attached = files.attached();
}

StatusNotice take_supplement(const Intake& intake, const Request& request, const Status& status,
                             FormFiles& files) {
  StatusNotice notice{.done = intake.frame.templates.message("status.done.supplement"),
                      .note = std::string(request.form.value(field::kNote))};
  SentForm sent = request.form;
  sent.files = files.attach();
  const auto parsed = parse_supplement(sent, files.attached());
  if (parsed) {
    tell(intake, request, add_supplement(intake.reg, status, *parsed, request.received_at), notice);
  } else {
    notice.status = 422;
    notice.errors = parsed.error();
  }
  if (!notice.errors.empty()) {
    if (may_supplement(status)) keep(intake, request, files, notice);
    return notice;
  }
  files.filed(parsed->form);
  notice.note.clear();
  return notice;
}

StatusNotice take_withdrawal(const Intake& intake, const Request& request, const Status& status) {
  StatusNotice notice{.done = intake.frame.templates.message("status.done.withdraw")};
  if (request.form.value(status_field::kConfirm) == "on") {
    tell(intake, request, withdraw(intake.reg, status, request.received_at), notice);
  } else {
    notice.status = 422;
    notice.errors = {{.field = status_field::kConfirm, .code = "missing"}};
  }
  return notice;
}

StatusNotice take_review(const Intake& intake, const Request& request, const Status& status) {
  StatusNotice notice{.done = intake.frame.templates.message("status.done.review"),
                      .reason = std::string(request.form.value(status_field::kReason))};
  const auto reason = read_statement(status_field::kReason, notice.reason);
  if (reason) {
    tell(intake, request, ask_review(intake.reg, status, *reason, request.received_at), notice);
  } else {
    notice.status = 422;
    notice.errors = {reason.error()};
  }
  if (notice.errors.empty()) notice.reason.clear();
  return notice;
}

Answer show_as_json(const Intake& intake, const Status& status, const StatusNotice& notice) {
  if (notice.errors.empty()) return make_json(200, to_json(status));
  const TemplateSet& templates = intake.frame.templates;
  if (notice.status != 422) {
    const FieldError& error = notice.errors.front();
    return make_json_error(notice.status, error.code, message_for_status(templates, error));
  }
  Json list = Json::array();
  for (const FieldError& error : notice.errors) {
    list.push_back({{"field", error.field},
                    {"code", error.code},
                    {"message", message_for_status(templates, error)}});
  }
  return make_json(422, Json{{"errors", list}}.dump() + "\n");
}

Answer show(const Intake& intake, const Request& request, const Status& status,
            StatusNotice notice) {
  if (request.wants_json()) return show_as_json(intake, status, notice);
  if (!notice.errors.empty()) notice.done.clear();
  if (notice.form_id.empty()) {
    notice.form_id = intake.reg.form_issuer().issue(request.received_at).text();
  }
  return make_status_page(intake.frame, status, notice);
}

// Takes the step that the form asks for, then shows how the objection stands after it.
Answer take_step(const Intake& intake, const Request& request, const Status& status,
                 const ReceiptCode& code, FormFiles& files) {
  const std::string_view step = request.form.value(status_field::kStep);
  const std::string_view form = step == "withdraw" ? "withdrawal"
                                : step == "review" ? "review"
                                                   : "supplement";
  StatusNotice notice = form == "withdrawal" ? take_withdrawal(intake, request, status)
                        : form == "review"   ? take_review(intake, request, status)
                                             : take_supplement(intake, request, status, files);
  for (const FieldError& error : notice.errors) {
    intake.metrics.count_form_error(form, error.field, error.code);
  }
  const auto after = look_up_status(intake.reg, status.receipt.number, code);
  return show(intake, request, after && *after ? **after : status, std::move(notice));
}

// The file that "evidence-2" names, if there is one.
std::optional<EvidenceFile> find_evidence(const Status& status, std::string_view what) {
  const std::vector<EvidenceFile> files = status.files();
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (what == fmt::format("evidence-{}", i + 1)) return files[i];
  }
  return std::nullopt;
}

Answer send_evidence(const Intake& intake, const Request& request, const EvidenceFile& file) {
  auto answer = download_evidence(intake.reg.evidence(), file, intake.log, request.id);
  return answer ? *std::move(answer) : unavailable(intake, request, answer.error());
}

Answer look_up(const Intake& intake, const Request& request) {
  FormFiles files(intake, request);  // those of a request that adds nothing go again
  const std::string_view number = trim_blanks(request.form.value(kNumber));
  const std::string_view typed_code = trim_blanks(request.form.value(kCode));
  std::vector<LookupError> missing;
  if (number.empty()) missing.push_back({.field = kNumber, .code = "missing"});
  if (typed_code.empty()) missing.push_back({.field = kCode, .code = "missing"});
  if (!missing.empty()) return show_lookup_errors(intake, request, missing);
  if (const auto wait = intake.limits.wait_before_lookup(request.network, request.arrived_at)) {
    return show_rate_limited(intake, request, *wait);
  }
  const auto code = ReceiptCode::parse(typed_code);
  if (!code) {
    // Its check character tells, whatever is registered: that is no guess, and says nothing of
    // others.
    return show_lookup_errors(
        intake, request,
        {{.field = kCode, .code = "mistyped", .reason = printable(code.error().message)}});
  }
  const auto found = look_up_status(intake.reg, number, *code);
  if (!found) return show_unavailable(intake, request, found.error());
  const std::optional<Status>& status = *found;
  if (!status) return show_not_found(intake, request);
  if (status->erased) return show_erased(intake, request, *status->erased);
  if (const auto file = find_download(status->receipt, request.form.value(kDownload))) {
    return make_download(file->first, *file->second);
  }
  if (request.form.value(kDownload) == "newest-proof") {
    return send_newest_proof(intake, request, status->receipt);
  }
  if (const auto file = find_evidence(*status, request.form.value(kDownload))) {
    return send_evidence(intake, request, *file);
  }
  if (!request.form.value(status_field::kStep).empty()) {
    return take_step(intake, request, *status, *code, files);
  }
  return show(intake, request, *status, {});
}

}  // namespace

Answer show_status(const Intake& intake, const Request& request) {
  if (request.method == "POST") return look_up(intake, request);
  return make_lookup_page(intake.frame, 200, request, request.parameter(kNumber), {});
}

}  // namespace gongshi
