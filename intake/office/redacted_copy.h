// The newest redacted copy (desk/redaction.h) as it leaves the desk: on paper, one HTML file that
// stands alone and prints on A4 after GB/T 9704 with the words of
// site-templates/papers/redacted-copy.mustache; or as its text alone.
//
// The paper is for inside the office: it says which case it belongs to and who made the copy when,
// so it has the receipt number, and it says that the other side does not get it. No name, contact
// or time of the objector's is on it.
#ifndef INTAKE_OFFICE_REDACTED_COPY_H_
#define INTAKE_OFFICE_REDACTED_COPY_H_

#include <string>
#include <string_view>

#include "generator/notice/error.h"
#include "generator/notice/manifest.h"
#include "intake/desk/case_file.h"
#include "site-templates/template_set.h"

namespace gongshi {

enum class CopyFormat { Page, Text };

std::string_view to_text(CopyFormat format);  // page | text

// `file` is open. Conflict while there is no copy or when it was erased, NotFound when `site` does
// not have the notice, Invalid when the template asks for what is not there. The text is the copy
// and a line end.
Result<std::string> redacted_copy(const TemplateSet& templates, const Manifest& site,
                                  const CaseFile& file, CopyFormat format);

// What a browser saves it as: 遮盖副本-2017-000001-7.html, or .txt.
std::string redacted_copy_name(const CaseFile& file, CopyFormat format);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_REDACTED_COPY_H_
