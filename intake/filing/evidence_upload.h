// One file on its way in: looked at, counted, digested and sealed to disk, a piece at a time.
#ifndef INTAKE_FILING_EVIDENCE_UPLOAD_H_
#define INTAKE_FILING_EVIDENCE_UPLOAD_H_

#include <optional>
#include <string>
#include <string_view>

#include "intake/filing/evidence.h"
#include "intake/filing/objection_form.h"
#include "intake/register/evidence_files.h"
#include "intake/seal/sha256_stream.h"

namespace gongshi {

// What goes wrong stays with the file: the form around it is read on. Nothing is left on disk of a
// file that is not finished, or not stored in the end. Used by one thread.
class EvidenceUpload {
 public:
  // `files` must outlive it; `sent_name` is as the sender wrote it.
  EvidenceUpload(EvidenceFiles& files, std::string sent_name);

  void add(std::string_view bytes);
  // On disk when it is stored. Nothing may be added afterwards.
  SentFile finish();

 private:
  bool begin();
  void fail(const Error& reason);
  SentFile not_stored(EvidenceFault fault);

  EvidenceFiles& files_;
  std::string sent_name_;
  EvidenceInspector inspector_;
  Sha256Stream digest_;
  std::optional<EvidenceWriter> writer_;
  std::string reason_;  // why the disk would not take it
};

}  // namespace gongshi

#endif  // INTAKE_FILING_EVIDENCE_UPLOAD_H_
