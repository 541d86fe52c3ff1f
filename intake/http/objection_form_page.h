// The form as a page: what pages/objection-form.mustache takes.
#ifndef INTAKE_HTTP_OBJECTION_FORM_PAGE_H_
#define INTAKE_HTTP_OBJECTION_FORM_PAGE_H_

#include <string>
#include <vector>

#include "generator/notice/manifest.h"
#include "intake/filing/objection_form.h"
#include "intake/http/message.h"
#include "intake/http/pages.h"
#include "intake/seal/form_id.h"

namespace gongshi {

// Status 200, or 422 when there are errors: then the title begins with 错误, a summary leads to
// each field, and each field has its message. Every value of `sent` is shown as it was sent, and
// `attached` are the files that the form has, each to be taken out by a box of its own.
Answer make_form_page(const PageFrame& frame, const ManifestNotice& notice, const FormId& form,
                      const SentForm& sent, const std::vector<EvidenceFile>& attached,
                      const FieldErrors& errors);

// {"errors":[{"field","code","message"}]}, status 422.
Answer make_form_errors(const PageFrame& frame, const FieldErrors& errors);

// The words for one error: messages.json "objection.error.<field>.<code>".
std::string message_for(const TemplateSet& templates, const FieldError& error);

// 张三（某某单位）, or 公示整体 for an empty candidate.
std::string label_for(const TemplateSet& templates, const ManifestCandidate* candidate);

}  // namespace gongshi

#endif  // INTAKE_HTTP_OBJECTION_FORM_PAGE_H_
