// Attached files as pages and JSON list them.
#ifndef INTAKE_HTTP_EVIDENCE_LIST_H_
#define INTAKE_HTTP_EVIDENCE_LIST_H_

#include <vector>

#include "generator/notice/json.h"
#include "intake/filing/record.h"
#include "intake/register/evidence_files.h"
#include "site-templates/template_set.h"

namespace gongshi {

// [{id, name, type, size}]: type and size in words, "PDF", "24 KB".
Json list_evidence(const TemplateSet& templates, const std::vector<EvidenceFile>& files);

// [{ordinal, name, type, size, sha256}], the first of ordinal 1.
Json list_evidence(const TemplateSet& templates, const std::vector<RecordedFile>& files);

}  // namespace gongshi

#endif  // INTAKE_HTTP_EVIDENCE_LIST_H_
