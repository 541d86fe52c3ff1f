#include "intake/seal/key_wrap.h"

#include <cstddef>

#include "intake/seal/random_bytes.h"
#include "intake/seal/sodium.h"

namespace gongshi {
namespace {

constexpr std::size_t kNonceBytes = crypto_secretbox_NONCEBYTES;
constexpr std::size_t kKeyBytes = std::tuple_size_v<DataKey::Bytes>;
constexpr std::size_t kWrappedBytes = kNonceBytes + crypto_secretbox_MACBYTES + kKeyBytes;
static_assert(crypto_secretbox_KEYBYTES == std::tuple_size_v<WrappingKey>);

}  // namespace

std::string wrap_key(const WrappingKey& with, const DataKey& key) {
  start_sodium();
  std::string wrapped(kWrappedBytes, '\0');
  auto* const bytes = reinterpret_cast<unsigned char*>(wrapped.data());
  fill_random({bytes, kNonceBytes});
  crypto_secretbox_easy(bytes + kNonceBytes, key.bytes().data(), kKeyBytes, bytes, with.data());
  return wrapped;
}

Result<DataKey> unwrap_key(const WrappingKey& with, std::string_view wrapped) {
  start_sodium();
  const auto* const bytes = reinterpret_cast<const unsigned char*>(wrapped.data());
  DataKey key{DataKey::Bytes{}};
  DataKey::Bytes opened{};
  const bool fits =
      wrapped.size() == kWrappedBytes &&
      crypto_secretbox_open_easy(opened.data(), bytes + kNonceBytes, wrapped.size() - kNonceBytes,
                                 bytes, with.data()) == 0;
  if (fits) key = DataKey(opened);
  sodium_memzero(opened.data(), opened.size());
  if (!fits) {
    return failure(ErrorKind::Corrupt,
                   "the key of an objection does not open with its receipt code: the register was "
                   "changed, restore it from a backup");
  }
  return key;
}

}  // namespace gongshi
