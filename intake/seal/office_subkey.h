// A key that follows from the secret half of the office's key, for what the office alone may read
// and write: nobody can make or change such a thing with the public half.
#ifndef INTAKE_SEAL_OFFICE_SUBKEY_H_
#define INTAKE_SEAL_OFFICE_SUBKEY_H_

#include <string_view>

#include "intake/seal/office_key.h"
#include "intake/seal/sealed_stream.h"

namespace gongshi {

// Another one for each use and each salt; none says anything of the others or of the office's key.
// `use` is 16 to 64 characters of ours, `salt` random and not secret, so that one key seals one
// stream. The caller keeps it no longer than needed.
StreamKey office_subkey(const OfficeKey& key, std::string_view use, std::string_view salt);

}  // namespace gongshi

#endif  // INTAKE_SEAL_OFFICE_SUBKEY_H_
