// Reads a form while it comes in: texts are kept, files are sealed to disk.
#ifndef INTAKE_HTTP_FORM_READER_H_
#define INTAKE_HTTP_FORM_READER_H_

#include <httplib.h>

#include <string_view>
#include <tl/expected.hpp>

#include "intake/filing/objection_form.h"
#include "intake/http/problem.h"
#include "intake/register/evidence_files.h"

namespace gongshi {

// A part with a file name, or a part `evidence` with any content, is a file; what is wrong with one
// stands in SentForm::files and stops nothing. Who gets the form removes the stored files that it
// does not keep. BadRequest for broken multipart, a part without a name and more than
// kFormFieldCountMax parts; TooLarge for more than kFilingTextBytesMax of text: then no file is
// left. Without `evidence` a part that is a file is UnsupportedType. `read` must give the bytes as
// they come: httplib does so for a type that it does not know as multipart.
tl::expected<SentForm, Problem> read_form(const httplib::ContentReader& read,
                                          std::string_view content_type, EvidenceFiles* evidence);

// The same for a url-encoded form, which has no files. BadRequest for a body that breaks off or
// is longer than its head said it would be, and for more than kFormFieldCountMax fields.
tl::expected<SentForm, Problem> read_urlencoded_form(const httplib::ContentReader& read);

}  // namespace gongshi

#endif  // INTAKE_HTTP_FORM_READER_H_
