#include "intake/seal/key_shares.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <memory>
#include <numeric>
#include <optional>

// The header does not say by itself that it is C.
extern "C" {
#include <libgfshare.h>
}

#include "intake/seal/derivation.h"
#include "intake/seal/labelled_lines.h"
#include "intake/seal/random_bytes.h"
#include "intake/seal/sodium.h"

namespace gongshi {
namespace {

constexpr std::string_view kFirstLine = "gongshi office key share v1";
constexpr std::size_t kCheckBytes = 4;  // one mistake in four thousand million goes unseen
constexpr unsigned kSecretBytes = std::tuple_size_v<OfficeKey::Secret>;

using Context = std::unique_ptr<gfshare_ctx, decltype(&gfshare_ctx_free)>;

void fill_for_gfshare(unsigned char* bytes, unsigned int count) { fill_random({bytes, count}); }

// The library draws from wherever the program says, and from nowhere by itself.
void use_good_randomness() { gfshare_fill_rand = fill_for_gfshare; }

std::string body_of(const KeyShare& share) {
  return fmt::format("{}\nid: {}\npublic: {}\nshare: {} of {}, {} restore the key\nvalue: {}\n",
                     kFirstLine, share.of.id(), to_base64(share.of.bytes), share.number,
                     share.total, share.needed, to_base64(share.value));
}

std::string check_of(std::string_view body) {
  const Sha256 digest = keyed_digest("gongshi key share check v1", body);
  return hex(std::span(digest).first(kCheckBytes));
}

// Takes a number and `word` off the front.
std::optional<unsigned> take_number(std::string_view& text, std::string_view word) {
  unsigned number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  if (parsed.ec != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(parsed.ptr - text.data()));
  if (!text.starts_with(word)) return std::nullopt;
  text.remove_prefix(word.size());
  return number;
}

bool is_possible(unsigned number, unsigned total, unsigned needed) {
  return 1 <= number && number <= total && 2 <= needed && needed <= total && total <= kSharesMax;
}

Result<void> require_one_split(std::span<const KeyShare> shares) {
  for (const KeyShare& share : shares) {
    const KeyShare& first = shares.front();
    if (!(share.of == first.of) || share.total != first.total || share.needed != first.needed) {
      return failure(ErrorKind::Invalid,
                     fmt::format("第 {} 份和第 {} 份不是同一把钥匙、同一次分出来的", first.number,
                                 share.number));
    }
  }
  return {};
}

// Each number once.
Result<std::vector<KeyShare>> distinct(std::span<const KeyShare> shares) {
  std::vector<KeyShare> kept;
  for (const KeyShare& share : shares) {
    const auto same = std::ranges::find(kept, share.number, &KeyShare::number);
    if (same == kept.end()) {
      kept.push_back(share);
    } else if (!(*same == share)) {
      return failure(ErrorKind::Invalid,
                     fmt::format("有两份不同的第 {} 份，不是同一次分出来的", share.number));
    }
  }
  return kept;
}

OfficeKey interpolate(std::vector<KeyShare>& shares) {
  std::vector<unsigned char> numbers;
  for (const KeyShare& share : shares) {
    numbers.push_back(static_cast<unsigned char>(share.number));
  }
  use_good_randomness();  // it overwrites what it frees
  const Context context(
      gfshare_ctx_init_dec(numbers.data(), static_cast<unsigned>(numbers.size()), kSecretBytes),
      &gfshare_ctx_free);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    gfshare_ctx_dec_giveshare(context.get(), static_cast<unsigned char>(i), shares[i].value.data());
  }
  OfficeKey::Secret secret{};
  gfshare_ctx_dec_extract(context.get(), secret.data());
  OfficeKey key = OfficeKey::from_secret(secret);
  sodium_memzero(secret.data(), secret.size());
  return key;
}

}  // namespace

std::vector<KeyShare> split_key(const OfficeKey& key, unsigned needed, unsigned total) {
  assert(is_possible(1, total, needed));
  std::vector<unsigned char> numbers(total);
  std::iota(numbers.begin(), numbers.end(), static_cast<unsigned char>(1));
  use_good_randomness();
  const Context context(
      gfshare_ctx_init_enc(numbers.data(), total, static_cast<unsigned char>(needed), kSecretBytes),
      &gfshare_ctx_free);
  OfficeKey::Secret secret = key.secret();
  gfshare_ctx_enc_setsecret(context.get(), secret.data());
  sodium_memzero(secret.data(), secret.size());
  std::vector<KeyShare> shares;
  for (unsigned i = 0; i < total; ++i) {
    KeyShare& share = shares.emplace_back(
        KeyShare{.of = key.public_key(), .number = i + 1, .total = total, .needed = needed});
    gfshare_ctx_enc_getshare(context.get(), static_cast<unsigned char>(i), share.value.data());
  }
  return shares;
}

Result<OfficeKey> join_shares(std::span<const KeyShare> shares) {
  if (shares.empty()) return failure(ErrorKind::Invalid, "一份也没有");
  if (const auto one = require_one_split(shares); !one) return tl::unexpected(one.error());
  Result<std::vector<KeyShare>> kept = distinct(shares);
  if (!kept) return tl::unexpected(kept.error());
  const KeyShare& first = kept->front();
  if (kept->size() < first.needed) {
    return failure(ErrorKind::Invalid,
                   fmt::format("只有 {} 份，要 {} 份才能恢复钥匙", kept->size(), first.needed));
  }
  const OfficePublicKey stated = first.of;
  const OfficeKey key = interpolate(*kept);
  if (key.public_key() == stated) return key;
  return failure(ErrorKind::Invalid,
                 "合起来的不是这把钥匙：其中有一份不是同一次分出来的，或者被改动过");
}

std::string write_share(const KeyShare& share) {
  const std::string body = body_of(share);
  return fmt::format("{}check: {}\n", body, check_of(body));
}

Result<KeyShare> read_share(std::string_view text) {
  LabelledLines lines(text);
  const bool begins = lines.take_line(kFirstLine);
  lines.take("id");
  const auto open = read_bytes<32>(lines.take("public"));
  std::string_view which = lines.take("share");
  const auto number = take_number(which, " of ");
  const auto total = take_number(which, ", ");
  const auto needed = take_number(which, " restore the key");
  const auto value = read_bytes<kSecretBytes>(lines.take("value"));
  if (begins && open && number && total && needed && value &&
      is_possible(*number, *total, *needed)) {
    const KeyShare share{
        .of = {*open}, .number = *number, .total = *total, .needed = *needed, .value = *value};
    if (write_share(share) == text) return share;
  }
  return failure(ErrorKind::Corrupt, "不是钥匙的一份，或者抄错、残缺了");
}

}  // namespace gongshi
