// Attached files as pages list them.
#ifndef INTAKE_HTTP_EVIDENCE_LIST_H_
#define INTAKE_HTTP_EVIDENCE_LIST_H_

#include <string>
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

// What partials/evidence-field.mustache takes: the files that the form has already, and a sentence
// for each that could not be attached.
Json describe_evidence_field(const TemplateSet& templates,
                             const std::vector<EvidenceFile>& attached,
                             const std::vector<std::string>& errors);

}  // namespace gongshi

#endif  // INTAKE_HTTP_EVIDENCE_LIST_H_
