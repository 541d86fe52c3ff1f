#include "intake/http/objection_routes.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "intake/filing/file_objection.h"
#include "intake/filing/objection_form.h"
#include "intake/http/objection_form_page.h"
#include "intake/http/receipt_page.h"
#include "intake/http/refusal_page.h"

namespace gongshi {
namespace {

const ManifestNotice* find_notice(const Manifest& manifest, std::string_view id) {
  const auto parsed = NoticeId::parse(id);
  return parsed ? manifest.find(*parsed) : nullptr;
}

Answer give(const PageFrame& frame, const Request& request, const Receipt& receipt) {
  return request.wants_json() ? make_json(201, to_json(receipt))
                              : make_receipt_page(frame, receipt);
}

// A number that did not parse is not shown again: the next form gets a fresh one.
FormId form_to_show(const Intake& intake, const Request& request) {
  auto form = FormId::parse(request.form.value(field::kFormId));
  return form ? std::move(*form) : intake.reg.form_issuer().issue(request.received_at);
}

Arrival arrival_of(const Intake& intake, const Request& request) {
  const auto form = FormId::parse(request.form.value(field::kFormId));
  return {.received_at = request.received_at,
          .opened_at = form ? intake.reg.form_issuer().issued_at(*form) : std::nullopt};
}

Answer show_errors(const Intake& intake, const Request& request, const FieldErrors& errors) {
  const PageFrame& frame = intake.frame;
  for (const FieldError& error : errors) intake.metrics.count_form_error(error.field, error.code);
  if (request.wants_json()) return make_form_errors(frame, errors);
  const auto* notice = find_notice(frame.manifest, request.form.value(field::kNotice));
  if (notice == nullptr) {
    return make_unknown_notice_page(frame, 422, request.form.value(field::kStatement));
  }
  return make_form_page(frame, *notice, form_to_show(intake, request), request.form, errors);
}

// Nothing was stored. The same form may be sent again, so the page keeps it, form id included.
Answer keep_form(const Intake& intake, const Request& request, Answer problem,
                 const FieldError& why) {
  const auto* notice = find_notice(intake.frame.manifest, request.form.value(field::kNotice));
  if (request.wants_json() || notice == nullptr) return problem;
  Answer page =
      make_form_page(intake.frame, *notice, form_to_show(intake, request), request.form, {why});
  page.status = problem.status;
  page.headers = std::move(problem.headers);
  return page;
}

Answer show_not_stored(const Intake& intake, const Request& request, const Error& reason) {
  intake.metrics.count_refused("not_stored");
  return keep_form(intake, request, unavailable(intake, request, reason),
                   {.field = field::kFormId, .code = "not_stored"});
}

Answer show_rate_limited(const Intake& intake, const Request& request, std::chrono::seconds wait) {
  intake.metrics.count_refused("rate_limited");
  return keep_form(intake, request, rate_limited(intake, request, wait),
                   {.field = field::kFormId, .code = "rate_limited", .limit = in_minutes(wait)});
}

}  // namespace

Answer show_form(const Intake& intake, const Request& request) {
  const auto* notice = find_notice(intake.frame.manifest, request.parameter("notice"));
  if (notice == nullptr) {
    return request.wants_json() ? make_problem(intake.frame, Problem::NotFound, true, request.id)
                                : make_unknown_notice_page(intake.frame, 404, {});
  }
  if (const auto refused = refusal(*notice, {.received_at = request.received_at})) {
    return make_refusal_page(intake.frame, *notice, *refused, 200, {});
  }
  SentForm blank;
  blank.fields.emplace(field::kCandidate, request.parameter("candidate"));
  return make_form_page(intake.frame, *notice, intake.reg.form_issuer().issue(request.received_at),
                        blank, {});
}

Answer take_objection(const Intake& intake, const Request& request) {
  const PageFrame& frame = intake.frame;
  const SentForm& sent = request.form;
  if (const auto form = FormId::parse(sent.value(field::kFormId))) {
    const auto earlier = find_receipt(intake.reg, *form);
    if (!earlier) return show_not_stored(intake, request, earlier.error());
    const std::optional<Receipt>& receipt = *earlier;
    if (receipt) return give(frame, request, *receipt);
  }
  const auto* notice = find_notice(frame.manifest, sent.value(field::kNotice));
  const auto refuse = [&](const Refusal& why) {
    intake.metrics.count_refused(code_of(why));
    return request.wants_json()
               ? make_refusal_json(frame, *notice, why)
               : make_refusal_page(frame, *notice, why, 409, sent.value(field::kStatement));
  };
  // Before the fields: no correction would help.
  const Arrival arrival = arrival_of(intake, request);
  if (const auto why = notice ? refusal(*notice, arrival) : std::nullopt) {
    return refuse(*why);
  }
  const auto parsed = parse_objection(frame.manifest, sent, FormWay::Online);
  if (!parsed) return show_errors(intake, request, parsed.error());
  if (const auto wait =
          intake.limits.take_filing(request.network, notice->id.text(), request.arrived_at)) {
    return show_rate_limited(intake, request, *wait);
  }
  const FilingOutcome outcome =
      file_objection(intake.reg, *notice, parsed->form, parsed->objection, arrival);
  if (const auto* receipt = std::get_if<Receipt>(&outcome)) {
    intake.metrics.count_stored();
    return give(frame, request, *receipt);
  }
  if (const auto* why = std::get_if<Refusal>(&outcome)) return refuse(*why);
  return show_not_stored(intake, request, std::get<Error>(outcome));
}

}  // namespace gongshi
