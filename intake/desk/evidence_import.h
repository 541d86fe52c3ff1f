// Files from the clerk's machine that came with a letter, on their way into the register.
#ifndef INTAKE_DESK_EVIDENCE_IMPORT_H_
#define INTAKE_DESK_EVIDENCE_IMPORT_H_

#include <filesystem>
#include <vector>

#include "generator/notice/error.h"
#include "intake/filing/objection_form.h"
#include "intake/register/register.h"

namespace gongshi {

// Judged, bounded and sealed as what comes in online; they wait until an objection is registered
// with them. NotFound when nothing has such a name, Invalid for a folder and whatever else is no
// file, Unavailable when one cannot be read: the sentence names it, and none is left in the
// register.
Result<std::vector<SentFile>> import_evidence(const Register& reg,
                                              const std::vector<std::filesystem::path>& files);

}  // namespace gongshi

#endif  // INTAKE_DESK_EVIDENCE_IMPORT_H_
