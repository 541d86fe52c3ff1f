#include "intake/office/redaction_page.h"

#include <string>
#include <utility>
#include <vector>

#include "generator/notice/percent_encoding.h"
#include "generator/notice/utf8.h"
#include "intake/desk/handling.h"
#include "intake/desk/redaction.h"
#include "intake/office/access_words.h"
#include "intake/office/case_door.h"
#include "intake/office/case_steps.h"
#include "intake/office/desk_rules.h"
#include "intake/office/page_links.h"
#include "intake/office/redacted_copy.h"

namespace gongshi {
namespace {

// What the page shows beside the original.
struct ShownCopy {
  std::string text;
  int status = 200;
  std::string error = {};  // a sentence
};

std::string newest_sentence(const Desk& desk, const CaseFile& file) {
  const std::vector<const ObjectionEvent*> copies = redactions(file);
  if (copies.empty()) return "";
  return desk.frame.templates.message("desk.redaction.newest",
                                      {{"count", std::to_string(copies.size())},
                                       {"by", copies.back()->actor},
                                       {"at", chinese_instant(copies.back()->at)}});
}

Answer make_redaction_page(const Desk& desk, const Request& request, const CaseFile& file,
                           const ShownCopy& copy) {
  const Result<std::string> original = original_text(file);
  if (!original) return make_desk_failure(desk, request, original.error());
  const std::string& number = file.objection.number;
  const std::string title = desk.frame.templates.message(
      copy.error.empty() ? "desk.redaction.title" : "desk.redaction.title_with_error",
      {{"number", number}});
  return make_desk_page(desk.frame, &desk, copy.status, "redaction", title,
                        {{"number", number},
                         {"case_url", desk_address(desk_path::kCase, {{"number", number}})},
                         {"error", copy.error},
                         {"original", *original},
                         {"text", copy.text},
                         {"newest", newest_sentence(desk, file)},
                         {"seen", std::to_string(file.history.size())}});
}

Result<ObjectionState> keep_copy(const Desk& desk, const CaseFile& file, const SentForm& sent) {
  if (sent.value(step_field::kSeen) != std::to_string(file.history.size())) {
    return failure(ErrorKind::Conflict, desk.frame.templates.message("desk.step.overtaken"));
  }
  return redact(desk.reg, file.objection.number,
                {.text = fold_line_ends(sent.value(step_field::kText)),
                 .by = desk.account.shown,
                 .at = desk.now},
                desk.frame.manifest, desk.keys);
}

}  // namespace

Answer show_redaction(const Desk& desk, const Request& request) {
  const auto file = open_case_for(desk, request, request.parameter("number"), access::kOpened);
  if (!file) return file.error();
  Result<std::string> draft =
      redaction_draft(desk.reg, *file, desk.account.shown, desk.frame.manifest, desk.keys);
  if (!draft) return make_desk_failure(desk, request, draft.error());
  return make_redaction_page(desk, request, *file, {.text = *std::move(draft)});
}

Answer take_redaction(const Desk& desk, const Request& request) {
  const auto file =
      open_case_for(desk, request, request.form.value(step_field::kNumber), access::kOpened);
  if (!file) return file.error();
  const Result<ObjectionState> kept = keep_copy(desk, *file, request.form);
  const std::string& number = file->objection.number;
  if (kept) {
    return see_other(desk_address(desk_path::kCase, {{"number", number}, {"done", "yes"}}));
  }
  const ErrorKind kind = kept.error().kind;
  const bool is_typed_wrong = kind == ErrorKind::Invalid || kind == ErrorKind::Conflict;
  if (!is_typed_wrong || file->objection.erased) {
    return make_desk_failure(desk, request, kept.error());
  }
  return make_redaction_page(desk, request, *file,
                             {.text = printable(request.form.value(step_field::kText)),
                              .status = status_of(kind),
                              .error = kept.error().message});
}

Answer send_redacted_copy(const Desk& desk, const Request& request) {
  const auto file = open_case_for(desk, request, request.parameter("number"), access::kSaved);
  if (!file) return file.error();
  const bool as_text = request.parameter("format") == to_text(CopyFormat::Text);
  const CopyFormat format = as_text ? CopyFormat::Text : CopyFormat::Page;
  auto copy = redacted_copy(desk.frame.templates, desk.frame.manifest, *file, format);
  if (!copy) return make_desk_failure(desk, request, copy.error());
  return {.content_type = as_text ? std::string(kPlainText) : "text/html; charset=utf-8",
          .body = *std::move(copy),
          .headers = {
              {"Content-Disposition", "attachment; filename*=UTF-8''" +
                                          percent_encode_path(redacted_copy_name(*file, format))},
              {"Cache-Control", "no-store"}}};
}

}  // namespace gongshi
