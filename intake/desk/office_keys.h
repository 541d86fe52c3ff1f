// Making the office's key, making the next one, and getting one back from its shares. The secret
// half goes into files that the office keeps away from the public host; the register gets the
// public half, and seals with it from then on.
#ifndef INTAKE_DESK_OFFICE_KEYS_H_
#define INTAKE_DESK_OFFICE_KEYS_H_

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "intake/register/register.h"
#include "intake/seal/key_shares.h"
#include "intake/seal/office_key_file.h"

namespace gongshi {

// Any `needed` of `total` people restore the key.
struct KeySplit {
  unsigned needed = 2;
  unsigned total = 3;
};

// "3/5". Nothing unless 2 <= needed <= total <= kSharesMax.
std::optional<KeySplit> parse_key_split(std::string_view text);

struct NewOfficeKey {
  std::filesystem::path data;  // the register's folder
  std::filesystem::path file;  // where the key goes, outside that folder
  std::string passphrase;
  std::optional<KeySplit> split = {};  // also shares, in files beside the key: FILE.share-1 …
  bool rotates = false;                // there is a key, and a new one takes over
  Instant at;
  PassphraseCost cost = {};
};

struct MadeOfficeKey {
  OfficePublicKey key;
  std::vector<std::filesystem::path> shares;
  std::size_t unsealed = 0;  // objections that came in before, and stay as they are
};

// Writes the files, reads the key back with the passphrase, and then tells the register: a key that
// could not be opened never seals. Conflict when the register has a key and it is not to be
// rotated, when it has none and it is, or when one of the files is there; Invalid when the file
// would lie in the data folder or the passphrase is too short. After an error before the register
// was told, nothing is left of the files.
Result<MadeOfficeKey> make_office_key(Register& reg, const NewOfficeKey& wanted);

// The key that the shares in these files give, into a new file under a passphrase.
Result<OfficePublicKey> restore_office_key(const std::vector<std::filesystem::path>& shares,
                                           const std::filesystem::path& file,
                                           const std::string& passphrase,
                                           const PassphraseCost& cost = {});

// Invalid for fewer than kPassphraseLengthMin characters, or no UTF-8.
Result<void> require_passphrase(const std::string& passphrase);

// From a file, which the sentence of an error names.
Result<OfficeKey> read_office_key(const std::filesystem::path& file, const std::string& passphrase);

}  // namespace gongshi

#endif  // INTAKE_DESK_OFFICE_KEYS_H_
