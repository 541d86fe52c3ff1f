// The files that came with an objection and those that were added, taken out of the register for
// the handler to read.
#ifndef INTAKE_DESK_EVIDENCE_EXPORT_H_
#define INTAKE_DESK_EVIDENCE_EXPORT_H_

#include <filesystem>
#include <string>
#include <vector>

#include "generator/notice/error.h"
#include "intake/desk/case_file.h"
#include "intake/register/register.h"

namespace gongshi {

// Writes each file into `folder`, which is made (0700) when it is not there, and returns their
// paths: "2017-000001-B-1-照片.jpg", number and place in front of the objector's name for it.
// Readable for nobody else (0600): they name people. Nothing is ever overwritten: Conflict, naming
// the file, when it is there already. Corrupt when a file is not what was stored, Unavailable when
// it cannot be read or written; then the files before it stand, and nothing of itself.
Result<std::vector<std::filesystem::path>> export_evidence(const Register& reg,
                                                           const CaseFile& file,
                                                           const std::filesystem::path& folder);

}  // namespace gongshi

#endif  // INTAKE_DESK_EVIDENCE_EXPORT_H_
