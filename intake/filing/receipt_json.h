// The JSON of a receipt as a value, for the answers that contain one. Apart from receipt.h, so that
// who only handles receipts does not compile the JSON library.
#ifndef INTAKE_FILING_RECEIPT_JSON_H_
#define INTAKE_FILING_RECEIPT_JSON_H_

#include "generator/notice/json.h"
#include "intake/filing/receipt.h"

namespace gongshi {

// The object under "receipt" in DESIGN 9.
Json describe(const Receipt& receipt);

}  // namespace gongshi

#endif  // INTAKE_FILING_RECEIPT_JSON_H_
