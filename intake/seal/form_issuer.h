// The form ids that our own pages carry: random, and signed with the time at which the page was
// made, so that a form opened before the closing instant can be told from one opened after it.
//
//   9f86d081884c7d659a2feaa0c55ad015-594b1a10-1f0c6b7e5a3d2948
//   128 random bits                  seconds  keyed hash of the two before
//
// Programs make ids of their own (DESIGN 9); those say nothing of when they were made.
#ifndef INTAKE_SEAL_FORM_ISSUER_H_
#define INTAKE_SEAL_FORM_ISSUER_H_

#include <optional>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "generator/notice/digest.h"
#include "intake/seal/form_id.h"

namespace gongshi {

// Any thread may ask.
class FormIssuer {
 public:
  // `secret` is known to the host alone and lasts as long as the register, so that a page which was
  // opened before a restart is as good after it. The key follows from it, and says nothing of it.
  explicit FormIssuer(std::string_view secret);

  FormId issue(Instant now) const;

  // When the page with this id was made; nothing for an id that is not from here.
  std::optional<Instant> issued_at(const FormId& form) const;

 private:
  Sha256 key_;
};

}  // namespace gongshi

#endif  // INTAKE_SEAL_FORM_ISSUER_H_
