#include "intake/filing/unseal.h"

#include <utility>

#include "intake/seal/key_wrap.h"

namespace gongshi {

Result<RegisteredObjection> unseal(const Register& reg, RegisteredObjection row,
                                   const ReceiptCode& code) {
  if (!row.sealed) return row;
  const Result<DataKey> key = unwrap_key(code.wrapping_key(), row.sealed->for_code);
  if (!key) return tl::unexpected(key.error());
  return reg.unseal(std::move(row), *key);
}

}  // namespace gongshi
