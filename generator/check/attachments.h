// R16: an attachment is what it is called, and somebody can look into all of it.
//
//   attachment-unreadable     nothing of it can be read: of an unknown kind, encrypted, damaged
//   attachment-unseen         a part of it cannot be read: a scanned page, an encrypted member
//   attachment-type-mismatch  its ending says another kind than its bytes
//   photo-location            a photograph tells where it was taken
#ifndef GENERATOR_CHECK_ATTACHMENTS_H_
#define GENERATOR_CHECK_ATTACHMENTS_H_

#include <string>
#include <string_view>

#include "generator/notice/diagnostic.h"

namespace gongshi {

// Reports that, and the personal data inside: every page, sheet, comment and property, under the
// rules of personal_data.h. `name` stands in the sentences. The file's own name is not searched.
//
// Not from several threads at once: document_text() is not safe for that.
void check_attachment(const Place& place, const std::string& name, std::string_view bytes,
                      Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_ATTACHMENTS_H_
