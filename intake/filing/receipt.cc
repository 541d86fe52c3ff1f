#include "intake/filing/receipt.h"

#include "generator/notice/digest.h"
#include "intake/filing/receipt_json.h"

namespace gongshi {

Result<Receipt> make_receipt(const Register& reg, const RegisteredObjection& stored,
                             const ReceiptCode& code) {
  return reg.proof(stored).map([&](std::string proof) {
    return Receipt{.number = stored.number,
                   .code = code.text(),
                   .received_at = stored.filed.received_at,
                   .notice = stored.filed.notice,
                   .candidate = stored.filed.candidate,
                   .record = stored.filed.record,
                   .opening = hex(stored.filed.opening),
                   .proof = std::move(proof)};
  });
}

Json describe(const Receipt& receipt) {
  return {{"number", receipt.number},
          {"code", receipt.code},
          {"received_at", to_text(receipt.received_at)},
          {"notice", receipt.notice.text()},
          {"candidate", receipt.candidate.text()},
          {"record", receipt.record},
          {"opening", receipt.opening},
          {"proof", receipt.proof}};
}

std::string to_json(const Receipt& receipt) {
  return Json{{"receipt", describe(receipt)}}.dump(-1, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

}  // namespace gongshi
