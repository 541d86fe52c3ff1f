#include "generator/notice/digest.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <cassert>
#include <memory>

namespace gongshi {

namespace {

// Looked up once: OpenSSL would do so for each digest, which costs as much as a short one.
const EVP_MD* algorithm() {
  static const EVP_MD* const kFetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return kFetched != nullptr ? kFetched : EVP_sha256();
}

}  // namespace

Sha256 sha256(std::string_view bytes) { return sha256(std::array{bytes}); }

Sha256 sha256(std::span<const std::string_view> parts) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        &EVP_MD_CTX_free);
  // OpenSSL fails here only when memory is out, which no caller could mend.
  bool fine = context != nullptr && EVP_DigestInit_ex(context.get(), algorithm(), nullptr) == 1;
  for (const std::string_view part : parts) {
    fine = fine && EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1;
  }
  Sha256 digest{};
  fine = fine && EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1;
  if (!fine) throw std::bad_alloc();
  return digest;
}

Sha256 hmac_sha256(std::string_view key, std::string_view message) {
  Sha256 digest{};
  unsigned size = 0;
  const auto* data = reinterpret_cast<const unsigned char*>(message.data());
  const unsigned char* done = HMAC(algorithm(), key.data(), static_cast<int>(key.size()), data,
                                   message.size(), digest.data(), &size);
  if (done == nullptr) throw std::bad_alloc();
  assert(size == digest.size());
  return digest;
}

std::string hex(std::span<const unsigned char> bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const unsigned char byte : bytes) {
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 0x0FU];
  }
  return text;
}

}  // namespace gongshi
