// The code that an objector keeps: 20 Crockford base-32 characters (100 bits) in groups of four and
// a check character, "7Q4M-0K3D-…-…-…-X". It is the only key to the status page (DESIGN 10).
#ifndef INTAKE_SEAL_RECEIPT_CODE_H_
#define INTAKE_SEAL_RECEIPT_CODE_H_

#include <string>
#include <string_view>

#include "generator/notice/digest.h"
#include "generator/notice/error.h"
#include "intake/seal/form_id.h"
#include "intake/seal/key_wrap.h"

namespace gongshi {

class ReceiptCode {
 public:
  // The same form gives the same code, so a repeated POST is answered with the same receipt
  // although only a hash is stored.
  static ReceiptCode derive(const FormId& form);

  // Forgives case, blanks, hyphens, and O for 0, I and L for 1. Invalid, with a sentence that says
  // what is wrong (too short, a character that no code has, the check character does not fit).
  static Result<ReceiptCode> parse(std::string_view typed);

  const std::string& text() const { return text_; }  // with hyphens

  // What the register keeps.
  Sha256 digest() const;
  // In constant time.
  bool matches(const Sha256& stored) const;

  // Wraps the key of the objection. What the register keeps says nothing of it.
  WrappingKey wrapping_key() const;

 private:
  explicit ReceiptCode(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace gongshi

#endif  // INTAKE_SEAL_RECEIPT_CODE_H_
