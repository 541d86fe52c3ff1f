// What follows from a form id. Inside seal/ only.
//
// The text of a form id is first hashed to a master key (keyed BLAKE2b); each use gets its own
// subkey of that (crypto_kdf). So the values below say nothing of each other, and none of
// them says anything of the form id. The numbers and the context are part of what is stored:
// changing one would orphan every receipt.
#ifndef INTAKE_SEAL_DERIVATION_H_
#define INTAKE_SEAL_DERIVATION_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "generator/notice/digest.h"

namespace gongshi {

enum class FormSecret : std::uint64_t {
  Digest = 1,    // what the register looks a repeated form up by
  Opening = 2,   // of the commitment in the log
  Code = 3,      // the objector's code
  DraftKey = 4,  // of the files attached so far, while the form is not filed
};

// 16 to 64 bytes of it, as `out` wants.
void derive_from_form(std::string_view form_id, FormSecret which, std::span<unsigned char> out);

// BLAKE2b-256 under a key that names the domain (at most 64 bytes).
Sha256 keyed_digest(std::string_view domain, std::string_view message);

}  // namespace gongshi

#endif  // INTAKE_SEAL_DERIVATION_H_
