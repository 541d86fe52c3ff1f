// Which files an objection has, from round to round: those that the form had already, less those
// that the objector took out, and those that have just come. Pure.
#ifndef INTAKE_FILING_ATTACHMENTS_H_
#define INTAKE_FILING_ATTACHMENTS_H_

#include <vector>

#include "intake/filing/objection_form.h"
#include "intake/register/evidence_files.h"

namespace gongshi {

struct Attachments {
  std::vector<EvidenceFile> attached;  // at most kEvidenceCountMax, in the order of coming
  std::vector<SentFile> sent;          // as it came; what is past that number is TooMany
};

// A file that is attached already, byte for byte, is not attached once more: programs, and people
// whose form came back, send theirs again.
Attachments attach(const std::vector<EvidenceFile>& draft, const SentForm& sent);

}  // namespace gongshi

#endif  // INTAKE_FILING_ATTACHMENTS_H_
