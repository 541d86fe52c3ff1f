// What an objector adds afterwards: a note, files, or both; and the form that it comes in with.
#ifndef INTAKE_FILING_SUPPLEMENT_H_
#define INTAKE_FILING_SUPPLEMENT_H_

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "intake/filing/objection_form.h"
#include "intake/register/evidence_files.h"
#include "intake/seal/form_id.h"

namespace gongshi {

// Beside kFormId, kEvidence and kRemoveEvidence, which mean here what they mean in an objection.
namespace field {
inline constexpr std::string_view kNote = "note";
}  // namespace field

struct Supplement {
  FormId form;       // the same one again is the same supplement
  std::string note;  // as read_statement() gives it; empty only when there are files
  std::vector<EvidenceFile> evidence = {};  // stored and not yet filed, in their order
};

// `attached` are the files that the form has by now; what of sent.files could not be attached is
// among the errors.
tl::expected<Supplement, FieldErrors> parse_supplement(const SentForm& sent,
                                                       std::vector<EvidenceFile> attached);

}  // namespace gongshi

#endif  // INTAKE_FILING_SUPPLEMENT_H_
