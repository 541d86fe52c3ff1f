// What an objector takes home: the number, the code that opens the status page, and everything that
// proves to anybody, without the office, that the objection was received (DESIGN 10).
#ifndef INTAKE_FILING_RECEIPT_H_
#define INTAKE_FILING_RECEIPT_H_

#include <string>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "generator/notice/identifier.h"
#include "intake/register/register.h"
#include "intake/seal/receipt_code.h"

namespace gongshi {

struct Receipt {
  std::string number;
  std::string code;  // a secret between the objector and the office
  Instant received_at;
  NoticeId notice;
  CandidateId candidate;  // empty: the whole notice
  std::string record;     // the exact text committed to (record.h)
  std::string opening;    // of the commitment, 64 hex digits
  std::string proof;      // c2sp.org/tlog-proof@v1
};

// Only a stored row makes a receipt. The same row gives the same receipt, for ever. Corrupt when it
// was sealed and does not open with its code, NotFound when it was erased.
Result<Receipt> make_receipt(const Register& reg, RegisteredObjection stored,
                             const ReceiptCode& code);

// DESIGN 9: {"receipt":{"number","code","received_at","notice","candidate","record","opening",
// "proof"}}, with LF at the end.
std::string to_json(const Receipt& receipt);

}  // namespace gongshi

#endif  // INTAKE_FILING_RECEIPT_H_
