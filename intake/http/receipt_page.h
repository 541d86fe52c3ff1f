// The receipt as a page: 201, number and code first, then what happens next, then the proof.
#ifndef INTAKE_HTTP_RECEIPT_PAGE_H_
#define INTAKE_HTTP_RECEIPT_PAGE_H_

#include "generator/notice/json.h"
#include "intake/filing/receipt.h"
#include "intake/http/message.h"
#include "intake/http/pages.h"

namespace gongshi {

// Depends on the receipt and the site only: sending the same form again shows the same page.
// It says by when the law wants the objector told and the objection concluded (DOMAIN R20), and
// carries the address of the status page as a picture: with the number, never with the code.
Answer make_receipt_page(const PageFrame& frame, const Receipt& receipt);

// What receipt and status pages both show of a receipt.
Json describe_receipt(const PageFrame& frame, const Receipt& receipt);

}  // namespace gongshi

#endif  // INTAKE_HTTP_RECEIPT_PAGE_H_
