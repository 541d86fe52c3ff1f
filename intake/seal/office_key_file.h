// The secret half of the office's key as a file, sealed under a passphrase:
//
//   gongshi office key v1
//   id: 0f1e2d3c4b5a6978
//   public: <base 64 of 32 bytes>
//   kdf: argon2id13 3 268435456 <base 64 of 16 random bytes>
//   secret: <base 64 of 72 bytes>
//
// The passphrase and the salt become a key by Argon2id (crypto_pwhash) with as many passes and as
// many bytes of memory as the line "kdf" says. Under it lies the secret half (XChaCha20-Poly1305:
// 24 bytes of nonce, 32 of the secret, 16 of the tag), bound to the lines above. Frozen: keys are
// kept for as long as there are objections. Lines end in LF.
#ifndef INTAKE_SEAL_OFFICE_KEY_FILE_H_
#define INTAKE_SEAL_OFFICE_KEY_FILE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "generator/notice/error.h"
#include "intake/seal/office_key.h"

namespace gongshi {

// What a guess at the passphrase costs whoever stole the file: libsodium's moderate parameters,
// three passes over 256 MiB, about a second. The office pays it once per command.
struct PassphraseCost {
  unsigned passes = 3;
  std::size_t memory_bytes = std::size_t{256} * 1024 * 1024;
};

// A file that asks for more was not written by this program, and would keep it busy for minutes.
inline constexpr unsigned kPassphrasePassesMax = 16;
inline constexpr std::size_t kPassphraseMemoryMax = std::size_t{1024} * 1024 * 1024;

// Four words that have nothing to do with each other are longer, and so is a sentence.
inline constexpr std::size_t kPassphraseLengthMin = 12;  // code points

// Unavailable when the machine does not have the memory.
Result<std::string> write_office_key(const OfficeKey& key, std::string_view passphrase,
                                     const PassphraseCost& cost = {});

// What a file says without its passphrase. Corrupt, with a Chinese sentence, when it is not one.
Result<OfficePublicKey> read_public_half(std::string_view file);

// Invalid when the passphrase is wrong, or the file was changed: nobody can tell the two apart.
// Corrupt and Unavailable as above. All sentences are Chinese and begin after the file's name.
Result<OfficeKey> open_office_key(std::string_view file, std::string_view passphrase);

}  // namespace gongshi

#endif  // INTAKE_SEAL_OFFICE_KEY_FILE_H_
