#include "intake/seal/receipt_code.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>

#include "intake/seal/crockford.h"
#include "intake/seal/derivation.h"
#include "intake/seal/sodium.h"

namespace gongshi {
namespace {

constexpr std::size_t kSecretLength = 20;  // characters of five bits: 100 bits
constexpr std::size_t kGroupLength = 4;
constexpr std::size_t kCodeLength = kSecretLength + 1;  // and the check character
constexpr std::string_view kDigestDomain = "gongshi receipt code v1";
constexpr std::string_view kWrappingDomain = "gongshi receipt code wrapping key v1";
static_assert(kSecretLength <= kCheckedLengthMax);

// "7Q4M-0K3D-…-X" from 21 characters.
std::string in_groups(std::string_view characters) {
  std::string text;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (i != 0 && i % kGroupLength == 0) text += '-';
    text += characters[i];
  }
  return text;
}

// The first 100 bits, five for each character.
std::string first_characters(std::span<const unsigned char> bytes) {
  std::string text;
  unsigned pending = 0;
  unsigned bits = 0;
  for (std::size_t next = 0; text.size() < kSecretLength;) {
    if (bits < 5) {
      pending = (pending << 8U) | bytes[next++];
      bits += 8;
    }
    bits -= 5;
    text += kCrockfordAlphabet[(pending >> bits) & 0x1FU];
  }
  return text;
}

}  // namespace

ReceiptCode ReceiptCode::derive(const FormId& form) {
  std::array<unsigned char, 16> secret{};
  derive_from_form(form.text(), FormSecret::Code, secret);
  std::string characters = first_characters(secret);
  sodium_memzero(secret.data(), secret.size());
  characters += check_character(characters);
  return ReceiptCode(in_groups(characters));
}

Result<ReceiptCode> ReceiptCode::parse(std::string_view typed) {
  const Result<std::string> read = read_crockford(typed);
  if (!read) {
    return failure(ErrorKind::Invalid, fmt::format("查询码{}", read.error().message));
  }
  if (read->size() != kCodeLength) {
    return failure(
        ErrorKind::Invalid,
        fmt::format("查询码应有 {} 个字符（连字符和空格不算），现在{} {} 个，请对照回执检查",
                    kCodeLength, read->size() < kCodeLength ? "只有" : "有", read->size()));
  }
  const std::string_view characters(*read);
  if (check_character(characters.substr(0, kSecretLength)) != characters.back()) {
    return failure(ErrorKind::Invalid,
                   "查询码有误：可能抄错了一个字符，或者颠倒了两个字符，请对照回执检查");
  }
  return ReceiptCode(in_groups(characters));
}

Sha256 ReceiptCode::digest() const { return keyed_digest(kDigestDomain, text_); }

bool ReceiptCode::matches(const Sha256& stored) const {
  const Sha256 own = digest();
  return sodium_memcmp(own.data(), stored.data(), own.size()) == 0;
}

WrappingKey ReceiptCode::wrapping_key() const { return keyed_digest(kWrappingDomain, text_); }

}  // namespace gongshi
