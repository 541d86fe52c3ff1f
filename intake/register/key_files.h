// The log's key in the data folder: log.key (secret, 0600) and log.vkey (public). Inside register/
// only.
#ifndef INTAKE_REGISTER_KEY_FILES_H_
#define INTAKE_REGISTER_KEY_FILES_H_

#include <filesystem>

#include "generator/notice/error.h"
#include "intake/log/note_key.h"

namespace gongshi {

// Writes both, durably. Conflict when log.key is there: it is never overwritten.
Result<void> write_key_files(const std::filesystem::path& folder, const NoteSigner& signer);

// Takes back what write_key_files() wrote.
void remove_key_files(const std::filesystem::path& folder);

// NotFound when there is no log.key, Corrupt when it is not one, Unavailable when others may read
// it or we may not.
Result<NoteSigner> read_key_file(const std::filesystem::path& folder);

// Makes what was written into `folder` survive a power cut: new names, renames. Best effort, as
// some file systems cannot.
void sync_folder(const std::filesystem::path& folder);

}  // namespace gongshi

#endif  // INTAKE_REGISTER_KEY_FILES_H_
