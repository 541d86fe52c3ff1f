// Sealing what a batch brings, and opening it again, against what the log commits to. Inside
// register/ only; methods throw SQLite::Exception.
#ifndef INTAKE_REGISTER_CONTENT_SEAL_H_
#define INTAKE_REGISTER_CONTENT_SEAL_H_

#include <optional>
#include <vector>

#include "generator/notice/error.h"
#include "intake/register/register.h"
#include "intake/register/session.h"
#include "intake/seal/data_key.h"
#include "intake/seal/office_key.h"
#include "intake/seal/receipt_number.h"

namespace gongshi {

// For one batch: its objections share an ephemeral key (seal/office_key.h).
class ContentSealer {
 public:
  // To the newest key of the office; nothing while it has none.
  static Result<std::optional<ContentSealer>> to_newest(ObjectionStore& store);

  // Under a fresh data key.
  SealedContent seal(const NewObjection& objection) const;

 private:
  ContentSealer(const OfficePublicKey& office, const OfficeSealer& to_office)
      : office_(office), to_office_(to_office) {}

  OfficePublicKey office_;
  OfficeSealer to_office_;
};

// Corrupt when `key` is not its data key, or it opens to another record than the log commits to.
Result<RegisteredObjection> unseal_content(Session& session, RegisteredObjection row,
                                           const DataKey& key);

// With texts and files as far as they are not sealed, or `key` opens them. NotFound when no
// objection has that number; Corrupt as above.
Result<std::vector<ObjectionEvent>> read_events(Session& session, const ReceiptNumber& number,
                                                const std::optional<DataKey>& key);

// The objection of that number, as it is stored.
Result<RegisteredObjection> require_objection(Session& session, const ReceiptNumber& number);

}  // namespace gongshi

#endif  // INTAKE_REGISTER_CONTENT_SEAL_H_
