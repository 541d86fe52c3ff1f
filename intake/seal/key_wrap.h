// A data key, encrypted to whoever holds the receipt code. The code has 100 bits that nobody can
// guess, so no slow hash stands between it and the key: filing must stay fast (DESIGN 10).
#ifndef INTAKE_SEAL_KEY_WRAP_H_
#define INTAKE_SEAL_KEY_WRAP_H_

#include <array>
#include <string>
#include <string_view>

#include "generator/notice/error.h"
#include "intake/seal/data_key.h"

namespace gongshi {

// ReceiptCode::wrapping_key(). A secret as long as the receipt is.
using WrappingKey = std::array<unsigned char, 32>;

// crypto_secretbox: 24 random bytes of nonce, then 48.
std::string wrap_key(const WrappingKey& with, const DataKey& key);

// Corrupt when it was not made with this key, or was changed since.
Result<DataKey> unwrap_key(const WrappingKey& with, std::string_view wrapped);

}  // namespace gongshi

#endif  // INTAKE_SEAL_KEY_WRAP_H_
