// The data folder and the log's key in it: log.key (secret, 0600) and log.vkey (public). Inside
// register/ only.
#ifndef INTAKE_REGISTER_DATA_FOLDER_H_
#define INTAKE_REGISTER_DATA_FOLDER_H_

#include <filesystem>

#include "generator/notice/error.h"
#include "intake/log/note_key.h"

namespace gongshi {

// Makes it for its owner alone (0700), or takes one that is empty or closed to others already.
// Conflict for a folder that has something in it and is open to others; Unavailable when the system
// says no.
Result<void> make_data_folder(const std::filesystem::path& folder);

// Writes both, durably. Conflict when one is there: a key is never overwritten.
Result<void> write_key_files(const std::filesystem::path& folder, const NoteSigner& signer);
// Takes back what write_key_files() wrote.
void remove_key_files(const std::filesystem::path& folder);

// NotFound when there is no log.key, Corrupt when it is not one, Unavailable when others may read
// it or we may not.
Result<NoteSigner> read_key_file(const std::filesystem::path& folder);

// An empty file for its owner alone (0600), before anything is written into it.
Result<void> make_private_file(const std::filesystem::path& file);

// Gives a finished file its name, so that it survives a power cut.
Result<void> move_into_place(const std::filesystem::path& finished,
                             const std::filesystem::path& file);

}  // namespace gongshi

#endif  // INTAKE_REGISTER_DATA_FOLDER_H_
