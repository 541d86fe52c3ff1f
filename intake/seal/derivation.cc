#include "intake/seal/derivation.h"

#include <cassert>

#include "intake/seal/sodium.h"

namespace gongshi {
namespace {

constexpr char kContext[crypto_kdf_CONTEXTBYTES + 1] = "gs-form1";
constexpr std::string_view kMasterDomain = "gongshi form id v1";
static_assert(crypto_kdf_KEYBYTES == std::tuple_size_v<Sha256>);

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

void derive_from_form(std::string_view form_id, FormSecret which, std::span<unsigned char> out) {
  assert(crypto_kdf_BYTES_MIN <= out.size() && out.size() <= crypto_kdf_BYTES_MAX);
  Sha256 master = keyed_digest(kMasterDomain, form_id);
  crypto_kdf_derive_from_key(out.data(), out.size(), static_cast<std::uint64_t>(which), kContext,
                             master.data());
  sodium_memzero(master.data(), master.size());
}

Sha256 keyed_digest(std::string_view domain, std::string_view message) {
  assert(crypto_generichash_KEYBYTES_MIN <= domain.size() &&
         domain.size() <= crypto_generichash_KEYBYTES_MAX);
  start_sodium();
  Sha256 digest{};
  crypto_generichash(digest.data(), digest.size(), bytes_of(message), message.size(),
                     bytes_of(domain), domain.size());
  return digest;
}

}  // namespace gongshi
