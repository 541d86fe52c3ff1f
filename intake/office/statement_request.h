// 请予说明的通知: the paper that asks the side that an objection is about for its own statement
// (说明), with the newest paraphrase and nothing else of the objection. One HTML file that stands
// alone and prints on A4 after GB/T 9704; its words are in
// site-templates/papers/statement-request.mustache.
#ifndef INTAKE_OFFICE_STATEMENT_REQUEST_H_
#define INTAKE_OFFICE_STATEMENT_REQUEST_H_

#include <string>
#include <string_view>

#include "generator/notice/error.h"
#include "generator/notice/manifest.h"
#include "intake/desk/case_file.h"
#include "site-templates/template_set.h"

namespace gongshi {

// What a browser saves it as; like the paper, without anything of the objection.
inline constexpr std::string_view kStatementRequestFileName = "请予说明的通知.html";

// No receipt number, no time but the day until which the statement is wanted, and none of the
// office's people: the day of the letter is written by hand when it is sealed, because the days
// between an objection and the office's letter lead back to the first (DOMAIN Q14). `file` is open.
// Conflict while there is no paraphrase or when it was erased, NotFound when `site` does not have
// the notice, Invalid when the template asks for what is not there.
Result<std::string> statement_request(const TemplateSet& templates, const Manifest& site,
                                      const CaseFile& file);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_STATEMENT_REQUEST_H_
