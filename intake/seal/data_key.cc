#include "intake/seal/data_key.h"

#include "intake/seal/random_bytes.h"
#include "intake/seal/sodium.h"

namespace gongshi {
namespace {

// Part of what is stored: another name would make every sealed objection unreadable.
constexpr char kStreamContext[crypto_kdf_CONTEXTBYTES + 1] = "gs-data1";
constexpr char kCommitmentContext[crypto_kdf_CONTEXTBYTES + 1] = "gs-dcom1";
static_assert(crypto_kdf_KEYBYTES == std::tuple_size_v<DataKey::Bytes>);

}  // namespace

DataKey DataKey::random() {
  DataKey key{Bytes{}};
  fill_random(key.bytes_);
  return key;
}

DataKey::~DataKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

StreamKey DataKey::stream_key(std::uint64_t number) const {
  start_sodium();
  StreamKey key{};
  crypto_kdf_derive_from_key(key.data(), key.size(), number, kStreamContext, bytes_.data());
  return key;
}

Sha256 DataKey::commitment() const {
  start_sodium();
  Sha256 digest{};
  crypto_kdf_derive_from_key(digest.data(), digest.size(), 0, kCommitmentContext, bytes_.data());
  return digest;
}

bool DataKey::fits(const Sha256& commitment) const {
  const Sha256 own = this->commitment();
  return sodium_memcmp(own.data(), commitment.data(), own.size()) == 0;
}

}  // namespace gongshi
