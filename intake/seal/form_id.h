// The one-time id of a form: 128 random bits that the page holds. Sending the same one again gives
// the same receipt, so it is a secret as long as the receipt is; the register keeps only its hash.
#ifndef INTAKE_SEAL_FORM_ID_H_
#define INTAKE_SEAL_FORM_ID_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "generator/notice/digest.h"
#include "generator/notice/error.h"
#include "intake/seal/sealed_stream.h"

namespace gongshi {

inline constexpr std::size_t kFormIdLengthMin = 16;  // what a program may choose (DESIGN 9)
inline constexpr std::size_t kFormIdLengthMax = 64;

class FormId {
 public:
  // A fresh one from the system's random generator.
  static FormId random();

  // Invalid for anything but 16 to 64 characters of [A-Za-z0-9-].
  static Result<FormId> parse(std::string_view text);

  const std::string& text() const { return text_; }

  // What the register keeps: a keyed hash with its own domain, so that it says nothing of the code.
  Sha256 digest() const;

  // The 32 secret bytes that open the commitment of the objection filed with this form (log/).
  Sha256 opening() const;

  // Seals what the register keeps for this form until it is filed. Who has the disk and not the
  // page cannot open it.
  StreamKey draft_key() const;

 private:
  explicit FormId(std::string_view text) : text_(text) {}
  std::string text_;
};

}  // namespace gongshi

#endif  // INTAKE_SEAL_FORM_ID_H_
