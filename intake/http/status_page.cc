#include "intake/http/status_page.h"

#include <fmt/format.h>

#include <utility>

#include "intake/filing/limits.h"
#include "intake/filing/objector_steps.h"
#include "intake/http/receipt_page.h"

namespace gongshi {
namespace {

std::string_view label_key(EventKind kind) {
  switch (kind) {
    case EventKind::Decided:
      return "status.step.decided";
    case EventKind::Replied:
      return "status.step.replied";
    case EventKind::Supplemented:
      return "status.step.supplemented";
  }
  return {};
}

Json describe_steps(const PageFrame& frame, const Status& status) {
  Json steps = Json::array();
  for (const StatusStep& step : status.steps) {
    steps.push_back({{"at", chinese_instant(step.at)},
                     {"label", frame.templates.message(std::string(label_key(step.kind)))},
                     {"outcome", step.outcome ? std::string(chinese(*step.outcome)) : ""},
                     {"text", step.text}});
  }
  return steps;
}

// Where the summary's link leads: a step that cannot be taken has no field any more.
std::string anchor_of(const FieldError& error) {
  return std::string(error.field == status_field::kStep ? "steps" : error.field);
}

Json describe_errors(const TemplateSet& templates, const StatusNotice& notice) {
  Json errors = Json::array();
  if (notice.error) {
    errors.push_back({{"anchor", anchor_of(*notice.error)},
                      {"message", message_for_status(templates, *notice.error)}});
  }
  return errors;
}

std::string error_at(const TemplateSet& templates, const StatusNotice& notice,
                     std::string_view field) {
  const bool here = notice.error && notice.error->field == field;
  return here ? message_for_status(templates, *notice.error) : std::string();
}

}  // namespace

std::string message_for_status(const TemplateSet& templates, const FieldError& error) {
  return templates.message(fmt::format("status.error.{}.{}", error.field, error.code),
                           {{"limit", std::to_string(error.limit)}});
}

Answer make_status_page(const PageFrame& frame, const Status& status, const StatusNotice& notice) {
  const TemplateSet& templates = frame.templates;
  const auto outcome = status.outcome();
  const Objection& objection = status.record.objection;
  const std::string title =
      templates.message(notice.error ? "status.title_found_with_errors" : "status.title_found");
  return make_page(
      frame, notice.status, "status", title,
      {{"receipt", describe_receipt(frame, status.receipt)},
       {"state",
        outcome ? std::string(chinese(*outcome)) : templates.message("status.state.registered")},
       {"medium", std::string(chinese(status.record.medium))},
       {"grounds", std::string(chinese(objection.grounds))},
       {"identity", std::string(chinese(objection.identity))},
       {"steps", describe_steps(frame, status)},
       {"done", notice.done},
       {"has_errors", notice.error.has_value()},
       {"errors", describe_errors(templates, notice)},
       {"kept_note", notice.error && !may_supplement(status) ? printable(notice.note) : ""},
       {"may_supplement", may_supplement(status)},
       {"note",
        {{"value", printable(notice.note)},
         {"error", error_at(templates, notice, status_field::kNote)}}},
       {"note_length_max", kStatementLengthMax},
       {"may_withdraw", may_withdraw(status)},
       {"confirm", {{"error", error_at(templates, notice, status_field::kConfirm)}}}});
}

}  // namespace gongshi
