// The office's key, split among n people so that any k of them restore it and fewer learn nothing
// of it at all (Shamir over GF(2^8); Debian's libgfshare, with libsodium's randomness). Each gets a
// text to keep, on paper if they like:
//
//   gongshi office key share v1
//   id: 0f1e2d3c4b5a6978                 (of the key)
//   public: <base 64 of 32 bytes>
//   share: 2 of 5, 3 restore the key
//   value: <base 64 of 32 bytes>
//   check: 8c5d0f21                      (of the lines above: shows what was mistyped or torn)
#ifndef INTAKE_SEAL_KEY_SHARES_H_
#define INTAKE_SEAL_KEY_SHARES_H_

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/error.h"
#include "intake/seal/office_key.h"

namespace gongshi {

// More people than this do not meet; the arithmetic would end at 255.
inline constexpr unsigned kSharesMax = 16;

struct KeyShare {
  OfficePublicKey of;
  unsigned number = 1;  // 1 to total
  unsigned total = 2;   // 2 to kSharesMax
  unsigned needed = 2;  // 2 to total: one that restores the key alone is the key
  std::array<unsigned char, 32> value{};

  bool operator==(const KeyShare&) const = default;
};

// Requires 2 <= needed <= total <= kSharesMax. Every call makes other shares; those of two calls do
// not go together.
std::vector<KeyShare> split_key(const OfficeKey& key, unsigned needed, unsigned total);

// From any `needed` of them, in any order; more do no harm. Invalid, with a Chinese sentence, when
// there are too few, when they are of different keys or splits, or when what they give is not the
// key whose public half stands on them.
Result<OfficeKey> join_shares(std::span<const KeyShare> shares);

std::string write_share(const KeyShare& share);
// Corrupt, with a Chinese sentence, for anything that write_share() does not write.
Result<KeyShare> read_share(std::string_view text);

}  // namespace gongshi

#endif  // INTAKE_SEAL_KEY_SHARES_H_
