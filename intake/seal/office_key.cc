#include "intake/seal/office_key.h"

#include <algorithm>
#include <cstddef>
#include <new>
#include <span>
#include <utility>

#include "intake/seal/derivation.h"
#include "intake/seal/random_bytes.h"
#include "intake/seal/sodium.h"

namespace gongshi {
namespace {

constexpr std::size_t kPublicBytes = crypto_box_PUBLICKEYBYTES;
constexpr std::size_t kNonceBytes = crypto_box_NONCEBYTES;
constexpr std::size_t kKeyBytes = std::tuple_size_v<DataKey::Bytes>;
constexpr std::size_t kBoxBytes = crypto_box_MACBYTES + kKeyBytes;
constexpr std::size_t kWrappedBytes = kPublicBytes + kNonceBytes + kBoxBytes;
constexpr std::size_t kIdBytes = 8;  // people compare it; nothing is decided by it alone
constexpr std::string_view kIdDomain = "gongshi office key id v1";
static_assert(crypto_box_SECRETKEYBYTES == std::tuple_size_v<OfficeKey::Secret>);
static_assert(crypto_box_BEFORENMBYTES == 32);

}  // namespace

std::string OfficePublicKey::id() const {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const Sha256 digest = keyed_digest(kIdDomain, text);
  return hex(std::span(digest).first(kIdBytes));
}

struct OfficeKey::Pair {
  Secret secret{};
  OfficePublicKey open;

  Pair() = default;
  Pair(const Pair&) = delete;
  Pair& operator=(const Pair&) = delete;
  ~Pair() { sodium_memzero(secret.data(), secret.size()); }

  // On pages of its own that are never swapped out (as far as the system lets us lock them) and
  // never part of a core dump.
  static std::shared_ptr<Pair> in_locked_memory() {
    void* const place = sodium_malloc(sizeof(Pair));
    if (place == nullptr) throw std::bad_alloc();
    return {new (place) Pair, [](Pair* pair) {
              pair->~Pair();
              sodium_free(pair);
            }};
  }
};

OfficeKey::OfficeKey(std::shared_ptr<const Pair> pair) : pair_(std::move(pair)) {}

OfficeKey OfficeKey::random() {
  Secret secret{};
  fill_random(secret);
  OfficeKey key = from_secret(secret);
  sodium_memzero(secret.data(), secret.size());
  return key;
}

OfficeKey OfficeKey::from_secret(const Secret& secret) {
  start_sodium();
  const std::shared_ptr<Pair> pair = Pair::in_locked_memory();
  pair->secret = secret;
  crypto_scalarmult_base(pair->open.bytes.data(), secret.data());
  return OfficeKey(pair);
}

OfficePublicKey OfficeKey::public_key() const { return pair_->open; }

OfficeKey::Secret OfficeKey::secret() const { return pair_->secret; }

Result<DataKey> OfficeKey::unwrap(std::string_view wrapped) const {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(wrapped.data());
  DataKey key{DataKey::Bytes{}};
  DataKey::Bytes opened{};
  const bool fits =
      wrapped.size() == kWrappedBytes &&
      crypto_box_open_easy(opened.data(), bytes + kPublicBytes + kNonceBytes, kBoxBytes,
                           bytes + kPublicBytes, bytes, pair_->secret.data()) == 0;
  if (fits) key = DataKey(opened);
  sodium_memzero(opened.data(), opened.size());
  if (!fits) {
    return failure(ErrorKind::Corrupt,
                   "异议的数据密钥与办公室钥匙对不上：登记簿被改动过，请从备份恢复");
  }
  return key;
}

Result<OfficeSealer> OfficeSealer::to(const OfficePublicKey& to) {
  start_sodium();
  OfficeSealer sealer;
  OfficeKey::Secret ephemeral{};
  crypto_box_keypair(sealer.ephemeral_public_.data(), ephemeral.data());
  const bool done =
      crypto_box_beforenm(sealer.shared_.data(), to.bytes.data(), ephemeral.data()) == 0;
  sodium_memzero(ephemeral.data(), ephemeral.size());
  if (!done) {
    return failure(ErrorKind::Corrupt,
                   "the office's public key in the register is not a key: restore the register "
                   "from a backup");
  }
  return sealer;
}

OfficeSealer::~OfficeSealer() { sodium_memzero(shared_.data(), shared_.size()); }

std::string OfficeSealer::wrap(const DataKey& key) const {
  std::string wrapped(kWrappedBytes, '\0');
  auto* const bytes = reinterpret_cast<unsigned char*>(wrapped.data());
  std::copy(ephemeral_public_.begin(), ephemeral_public_.end(), bytes);
  fill_random({bytes + kPublicBytes, kNonceBytes});
  crypto_box_easy_afternm(bytes + kPublicBytes + kNonceBytes, key.bytes().data(), kKeyBytes,
                          bytes + kPublicBytes, shared_.data());
  return wrapped;
}

}  // namespace gongshi
