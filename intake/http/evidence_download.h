// A stored file on its way to whoever may have it: opened piece by piece, to be saved and never
// shown.
#ifndef INTAKE_HTTP_EVIDENCE_DOWNLOAD_H_
#define INTAKE_HTTP_EVIDENCE_DOWNLOAD_H_

#include <string>

#include "generator/notice/error.h"
#include "intake/http/log.h"
#include "intake/http/message.h"
#include "intake/register/evidence_files.h"

namespace gongshi {

// What EvidenceFiles::read() says when the file cannot be opened. When it breaks off later the
// connection ends, and the log says why.
Result<Answer> download_evidence(const EvidenceFiles& files, const EvidenceFile& file,
                                 const Log& log, const std::string& request_id);

}  // namespace gongshi

#endif  // INTAKE_HTTP_EVIDENCE_DOWNLOAD_H_
