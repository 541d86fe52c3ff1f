// Opening what is sealed with the receipt code, as its objector does. The office's way in stands in
// desk/key_ring.h.
#ifndef INTAKE_FILING_UNSEAL_H_
#define INTAKE_FILING_UNSEAL_H_

#include "generator/notice/error.h"
#include "intake/register/register.h"
#include "intake/seal/receipt_code.h"

namespace gongshi {

// The row with its content, which it may have already. `code` is the one that the row has the
// digest of; Corrupt when the content does not open with it all the same.
Result<RegisteredObjection> unseal(const Register& reg, RegisteredObjection row,
                                   const ReceiptCode& code);

}  // namespace gongshi

#endif  // INTAKE_FILING_UNSEAL_H_
