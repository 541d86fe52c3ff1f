// An objection with everything the office did about it (案卷): what every desk command works on.
#ifndef INTAKE_DESK_CASE_FILE_H_
#define INTAKE_DESK_CASE_FILE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/closing_record.h"
#include "generator/notice/error.h"
#include "generator/notice/manifest.h"
#include "intake/desk/key_ring.h"
#include "intake/filing/objection_state.h"
#include "intake/register/register.h"

namespace gongshi {

// Who counts, needs no key: standing, times and actors are there without. Record, files and texts
// of an objection that is sealed are there when its key was.
struct CaseFile {
  RegisteredObjection objection;
  std::vector<ObjectionEvent> history;  // oldest first
  ObjectionStanding standing;

  ObjectionState state() const { return standing.state; }
  Signature signature() const;
  // The newest decision, or null while there is none. Valid as long as the case file is.
  const ObjectionEvent* decision() const;
  // What it says: nothing while there is none.
  std::optional<Outcome> outcome() const;
  // The newest reply, or null while there is none.
  const ObjectionEvent* reply() const;
  // Every file: those that were filed with it, then those that its objector added.
  std::vector<EvidenceFile> files() const;
};

// 属实, 不予受理 …; empty while there is no decision.
std::string_view chinese_outcome(const CaseFile& file);

// The notice that it is about. NotFound, with a sentence that says how to have it there, when
// `site` does not; valid as long as that is.
Result<const ManifestNotice*> notice_of(const Manifest& site, const CaseFile& file);

// The numbers of those from which the person is recused, in the order of `files`.
std::vector<std::string> recused_from(const std::vector<CaseFile>& files, std::string_view person);

// NotFound, with a sentence that names the number, when no objection has it.
Result<CaseFile> open_case(const Register& reg, std::string_view number);

// With everything that is written in it. Invalid when it is sealed and its key is not on the ring.
Result<CaseFile> open_case(const Register& reg, std::string_view number, const KeyRing& keys);

// In the order of filing; of one notice when given. Without anything that was written, sealed or
// not: for who counts, and quick for a hundred thousand of them.
Result<std::vector<CaseFile>> list_cases(const Register& reg,
                                         const std::optional<NoticeId>& notice);

// The same with everything that is written in them; the first that does not open is the error.
Result<std::vector<CaseFile>> list_cases(const Register& reg, const std::optional<NoticeId>& notice,
                                         const KeyRing& keys);

}  // namespace gongshi

#endif  // INTAKE_DESK_CASE_FILE_H_
