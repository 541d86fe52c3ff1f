#include "generator/notice/digest.h"

#include <openssl/evp.h>

#include <algorithm>
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

// By hand: OpenSSL looks its HMAC up anew for each message, which costs as much as a kilobyte.
Sha256 hmac_sha256(std::string_view key, std::string_view message) {
  constexpr std::size_t kBlockBytes = 64;
  std::array<char, kBlockBytes> inner{};
  if (key.size() > kBlockBytes) {
    const Sha256 shorter = sha256(key);
    std::ranges::copy(shorter, inner.begin());
  } else {
    std::ranges::copy(key, inner.begin());
  }
  std::array<char, kBlockBytes> outer = inner;
  for (char& byte : inner) byte = static_cast<char>(byte ^ 0x36);
  for (char& byte : outer) byte = static_cast<char>(byte ^ 0x5C);
  const Sha256 digest = sha256(std::array{std::string_view(inner.data(), inner.size()), message});
  return sha256(
      std::array{std::string_view(outer.data(), outer.size()),
                 std::string_view(reinterpret_cast<const char*>(digest.data()), digest.size())});
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
