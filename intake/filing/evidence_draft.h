// The files that a form has so far. A form that comes back with errors keeps the files that were
// fine, so that nobody has to find and send them twice (FORMS 4).
//
// The list is sealed under a key that follows from the form id, which stands on the page and not on
// our disk: the host cannot tell whose files lie there, nor open them, until the form is filed.
#ifndef INTAKE_FILING_EVIDENCE_DRAFT_H_
#define INTAKE_FILING_EVIDENCE_DRAFT_H_

#include <vector>

#include "generator/notice/error.h"
#include "intake/register/evidence_files.h"
#include "intake/seal/form_id.h"

namespace gongshi {

// The files of the form, which from now on wait kUnfiledEvidenceAgeMax more; without those that
// were swept away. Empty for a form that has none. Unavailable when the disk says no.
Result<std::vector<EvidenceFile>> read_draft(const EvidenceFiles& files, const FormId& form);

// Replaces what read_draft() returns.
Result<void> write_draft(EvidenceFiles& files, const FormId& form,
                         const std::vector<EvidenceFile>& attached);

}  // namespace gongshi

#endif  // INTAKE_FILING_EVIDENCE_DRAFT_H_
