#include "intake/http/status_page.h"

#include <fmt/format.h>

#include <utility>

#include "intake/filing/limits.h"
#include "intake/filing/objector_steps.h"
#include "intake/filing/supplement.h"
#include "intake/http/evidence_list.h"
#include "intake/http/receipt_page.h"

namespace gongshi {
namespace {

// 属实; 不予受理（超过公示期）; 更正: what the step says beside its label.
std::string result_of(const StatusStep& step) {
  if (step.measure) return std::string(chinese(*step.measure));
  if (!step.outcome) return {};
  const std::string outcome(chinese(*step.outcome));
  return step.refusal ? fmt::format("{}（{}）", outcome, chinese(*step.refusal)) : outcome;
}

// What stands on top: the outcome of what is decided, else what is being done.
std::string describe_state(const TemplateSet& templates, const Status& status) {
  const ObjectionStanding& standing = status.standing;
  const bool is_decided = standing.state == ObjectionState::AwaitingReply ||
                          standing.state == ObjectionState::Concluded;
  if (is_decided && standing.outcome) return std::string(chinese(*standing.outcome));
  return templates.message(fmt::format("status.state.{}", to_text(standing.state)));
}

Json describe_steps(const PageFrame& frame, const Status& status) {
  Json steps = Json::array();
  for (const StatusStep& step : status.steps) {
    steps.push_back(
        {{"at", chinese_instant(step.at)},
         {"label", frame.templates.message(fmt::format("status.step.{}", to_text(step.kind)))},
         {"outcome", result_of(step)},
         {"due", step.due ? chinese_last_moment(*step.due) : ""},
         {"text", step.text},
         {"files", list_evidence(frame.templates, step.evidence)}});
  }
  return steps;
}

// Where the summary's link leads: a step that cannot be taken has no field any more, and a form's
// number none that anybody sees.
std::string anchor_of(const FieldError& error) {
  if (error.field == field::kFormId) return std::string(field::kNote);
  return std::string(error.field == status_field::kStep ? "steps" : error.field);
}

Json describe_errors(const TemplateSet& templates, const StatusNotice& notice) {
  Json errors = Json::array();
  for (const FieldError& error : notice.errors) {
    errors.push_back(
        {{"anchor", anchor_of(error)}, {"message", message_for_status(templates, error)}});
  }
  return errors;
}

std::vector<std::string> errors_at(const TemplateSet& templates, const StatusNotice& notice,
                                   std::string_view field) {
  std::vector<std::string> here;
  for (const FieldError& error : notice.errors) {
    if (error.field == field) here.push_back(message_for_status(templates, error));
  }
  return here;
}

std::string error_at(const TemplateSet& templates, const StatusNotice& notice,
                     std::string_view field) {
  const auto here = errors_at(templates, notice, field);
  return here.empty() ? std::string() : here.front();
}

// What was sent to a form that the page has no more.
std::string describe_lost_words(const Status& status, const StatusNotice& notice) {
  if (notice.errors.empty()) return {};
  if (!notice.reason.empty()) return may_ask_review(status) ? "" : printable(notice.reason);
  return may_supplement(status) ? "" : printable(notice.note);
}

}  // namespace

std::string message_for_status(const TemplateSet& templates, const FieldError& error) {
  return templates.message(fmt::format("status.error.{}.{}", error.field, error.code),
                           {{"limit", std::to_string(error.limit)}, {"name", error.name}});
}

Answer make_status_page(const PageFrame& frame, const Status& status, const StatusNotice& notice) {
  const TemplateSet& templates = frame.templates;
  const Objection& objection = status.record.objection;
  const bool is_wrong = !notice.errors.empty();
  const std::string title =
      templates.message(is_wrong ? "status.title_found_with_errors" : "status.title_found");
  const Json files = list_evidence(templates, describe_evidence(status.files()));
  return make_page(
      frame, notice.status, "status", title,
      {{"receipt", describe_receipt(frame, status.receipt)},
       {"state", describe_state(templates, status)},
       {"medium", std::string(chinese(status.record.medium))},
       {"grounds", std::string(chinese(objection.grounds))},
       {"identity", std::string(chinese(objection.identity))},
       {"steps", describe_steps(frame, status)},
       {"done", notice.done},
       {"has_files", !files.empty()},
       {"files", files},
       {"has_errors", is_wrong},
       {"errors", describe_errors(templates, notice)},
       {"kept_note", describe_lost_words(status, notice)},
       {"may_supplement", may_supplement(status)},
       {"form_id", notice.form_id},
       {"note",
        {{"value", printable(notice.note)}, {"error", error_at(templates, notice, field::kNote)}}},
       {"note_length_max", kStatementLengthMax},
       {"evidence", describe_evidence_field(templates, notice.attached,
                                            errors_at(templates, notice, field::kEvidence))},
       {"may_ask_review", may_ask_review(status)},
       {"reason",
        {{"value", printable(notice.reason)},
         {"error", error_at(templates, notice, status_field::kReason)}}},
       {"may_withdraw", may_withdraw(status)},
       {"confirm", {{"error", error_at(templates, notice, status_field::kConfirm)}}}});
}

}  // namespace gongshi
