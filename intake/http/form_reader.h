// Reads a multipart form while it comes in: texts are kept, files are counted and dropped.
#ifndef INTAKE_HTTP_FORM_READER_H_
#define INTAKE_HTTP_FORM_READER_H_

#include <httplib.h>

#include <tl/expected.hpp>

#include "intake/filing/objection_form.h"
#include "intake/http/problem.h"

namespace gongshi {

// A part with a file name, or a part `evidence` with any content, is an attachment. BadRequest for
// broken multipart, a part without a name and more than kFormFieldCountMax parts; TooLarge for more
// than kFilingTextBytesMax of text.
tl::expected<SentForm, Problem> read_form(const httplib::ContentReader& read);

}  // namespace gongshi

#endif  // INTAKE_HTTP_FORM_READER_H_
