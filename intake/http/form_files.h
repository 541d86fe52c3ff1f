// The files of a form, for one request that carries it: those that came now, and those that the
// form has from earlier rounds (filing/evidence_draft.h).
#ifndef INTAKE_HTTP_FORM_FILES_H_
#define INTAKE_HTTP_FORM_FILES_H_

#include <set>
#include <string>
#include <vector>

#include "intake/filing/objection_form.h"
#include "intake/http/intake.h"
#include "intake/http/message.h"

namespace gongshi {

// Takes charge of the stored files of `request.form`: those that keep() does not keep, and that no
// row refers to by then, are removed when it goes, however the request ends.
class FormFiles {
 public:
  // Both must outlive it.
  FormFiles(const Intake& intake, const Request& request);
  FormFiles(const FormFiles&) = delete;
  FormFiles& operator=(const FormFiles&) = delete;
  ~FormFiles();

  // Joins what the form has and what came. The files that came, with those that are one too many
  // marked so. Once for a request.
  std::vector<SentFile> attach();
  const std::vector<EvidenceFile>& attached() const { return attached_; }

  // What is attached stays attached to the form that is shown again: the same, or a fresh one for a
  // number that does not parse.
  FormId keep();
  // The same to another form.
  void keep_for(const FormId& form);

  // A row refers to what is attached: nothing waits for the form any more.
  void filed(const FormId& form);

 private:
  void log(const std::string& what) const;

  const Intake& intake_;
  const Request& request_;
  std::set<std::string> ids_;  // of what came and nobody keeps yet
  std::vector<EvidenceFile> attached_;
  bool may_have_draft_ = false;  // a list of files that waits for the form
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_FORM_FILES_H_
