#include "intake/seal/form_id.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "intake/seal/derivation.h"
#include "intake/seal/random_bytes.h"

namespace gongshi {
namespace {

constexpr std::size_t kRandomBytes = 16;  // 128 bits: nobody guesses one, no two are alike

bool is_form_id_character(char c) {
  return ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-';
}

Sha256 derived(const std::string& text, FormSecret which) {
  Sha256 bytes{};
  derive_from_form(text, which, bytes);
  return bytes;
}

}  // namespace

FormId FormId::random() {
  std::array<unsigned char, kRandomBytes> bytes{};
  fill_random(bytes);
  return FormId(hex(bytes));
}

Result<FormId> FormId::parse(std::string_view text) {
  if (text.size() < kFormIdLengthMin || kFormIdLengthMax < text.size()) {
    return failure(ErrorKind::Invalid,
                   fmt::format("form_id 的长度应为 {} 至 {} 个字符，现在是 {} 个", kFormIdLengthMin,
                               kFormIdLengthMax, text.size()));
  }
  if (!std::ranges::all_of(text, is_form_id_character)) {
    return failure(ErrorKind::Invalid, "form_id 只能由英文字母、数字和连字符组成");
  }
  return FormId(text);
}

Sha256 FormId::digest() const { return derived(text_, FormSecret::Digest); }

Sha256 FormId::opening() const { return derived(text_, FormSecret::Opening); }

StreamKey FormId::draft_key() const { return derived(text_, FormSecret::DraftKey); }

}  // namespace gongshi
